package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.Abstention;

/// Refuses the addresses that a crawler of the public internet has no business with.
///
/// The tables are the IANA special-purpose address registries (RFC 6890, RFC 8190) with everything that is not
/// globally reachable, and multicast. For IPv6 the rule is turned round: only what IANA gave out for
/// global unicast (2000::/3, RFC 4291 §2.4) and the NAT64 prefix may be contacted at all.
/// Addresses that carry an IPv4 address inside are judged by what is inside too, so that no spelling of
/// `127.0.0.1` gets through. A lab is the other way round: there it refuses everything else.
public final class Guard {

    /// An entry of the registry.
    private record Special(Cidr block, String name) {}

    private static final List<Special> RESERVED = List.of(
            special("0.0.0.0/8", "this network, RFC 791 §3.2"),
            special("10.0.0.0/8", "private use, RFC 1918"),
            special("100.64.0.0/10", "shared address space of carriers, RFC 6598"),
            special("127.0.0.0/8", "loopback, RFC 1122 §3.2.1.3"),
            special("169.254.0.0/16", "link local, RFC 3927"),
            special("172.16.0.0/12", "private use, RFC 1918"),
            special("192.0.0.0/24", "IETF protocol assignments, RFC 6890 §2.1"),
            special("192.0.2.0/24", "documentation, RFC 5737"),
            special("192.88.99.0/24", "former 6to4 relays, RFC 7526"),
            special("192.168.0.0/16", "private use, RFC 1918"),
            special("198.18.0.0/15", "benchmarking, RFC 2544"),
            special("198.51.100.0/24", "documentation, RFC 5737"),
            special("203.0.113.0/24", "documentation, RFC 5737"),
            special("224.0.0.0/4", "multicast, RFC 5771"),
            special("240.0.0.0/4", "reserved and limited broadcast, RFC 1112 §4, RFC 919 §7"),
            special("2001::/23", "IETF protocol assignments, Teredo, ORCHID, RFC 2928, RFC 4380, RFC 7343"),
            special("2001:db8::/32", "documentation, RFC 3849"),
            special("3fff::/20", "documentation, RFC 9637"));

    private static final Cidr GLOBAL_UNICAST = cidr("2000::/3");
    private static final Cidr NAT64 = cidr("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = cidr("2002::/16");
    private static final Cidr V4_MAPPED = cidr("::ffff:0:0/96");

    private static final String PUBLIC = "public, and this is a lab";

    private final boolean allowReserved;

    /// @param allowReserved leave to contact reserved addresses, and no others: for a lab, which is no measurement of
    ///     the internet and so has no business with anybody there
    public Guard(boolean allowReserved) {
        this.allowReserved = allowReserved;
    }

    /// @param address the very address that is about to be connected to
    /// @return why it must not be contacted; empty where it may
    public Optional<String> refusal(InetAddress address) {
        return refusal(address.getAddress());
    }

    /// What a refusal is called.
    Abstention abstention() {
        return allowReserved ? Abstention.PUBLIC_ADDRESS : Abstention.RESERVED_ADDRESS;
    }

    /// The same for bytes: [InetAddress] itself turns a mapped address into an IPv4 one, other callers may not.
    Optional<String> refusal(byte[] address) {
        Optional<String> reserved = reserved(address);
        if (allowReserved) {
            return reserved.isPresent() ? Optional.empty() : Optional.of(PUBLIC);
        }
        return reserved;
    }

    private static Optional<String> reserved(byte[] address) {
        // RFC 4291 §2.5.5.2, RFC 6052 §2.1, RFC 3056 §2: where each keeps the IPv4 address.
        if (V4_MAPPED.contains(address) || NAT64.contains(address)) {
            return reserved(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return reserved(Arrays.copyOfRange(address, 2, 6));
        }
        if (address.length == 16 && !GLOBAL_UNICAST.contains(address)) {
            return Optional.of("not global unicast, RFC 4291 §2.4");
        }
        return RESERVED.stream()
                .filter(special -> special.block().contains(address))
                .map(Special::name)
                .findFirst();
    }

    private static Special special(String block, String name) {
        return new Special(cidr(block), name);
    }

    private static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}
