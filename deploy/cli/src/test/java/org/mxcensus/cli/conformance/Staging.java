package org.mxcensus.cli.conformance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mxcensus.analyzer.conformance.DaneCase;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.utils.base16;

/// Puts the names of cases into zones: every name is the apex of one, except that an alias lies in the zone above it,
/// since nothing may stand beside a CNAME (RFC 2181 §10.1).
final class Staging {
    private static final int TTL = 300;

    private final NavigableMap<Name, Zone> zones = new TreeMap<>();
    private final Set<Name> insecure = new LinkedHashSet<>();
    private final List<Name> unreachable = new ArrayList<>();
    private final KeyPair keys;

    private Staging() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Staging of(List<StagedCase> cases) {
        Staging staging = new Staging();
        cases.forEach(staging::addOwners);
        cases.forEach(staging::addAliases);
        cases.forEach(staging::addTlsa);
        return staging;
    }

    Iterable<Zone> zones() {
        return zones.values();
    }

    /// Names that are insecure with all below, whatever signatures there are.
    Set<Name> insecure() {
        return insecure;
    }

    /// Names whose servers are away.
    List<Name> unreachable() {
        return unreachable;
    }

    private void addOwners(StagedCase one) {
        DaneCase given = one.given();
        Name mxOwner = name(given.mxAlias() == null ? given.domain() : given.mxAlias());
        own(mxOwner, isSecure(given.mxSecurity())).add(new MXRecord(mxOwner, DClass.IN, TTL, 10, name(given.host())));
        Name end = name(given.cname().isEmpty() ? given.host() : given.cname().getLast());
        own(end, isSecure(given.addressSecurity())).add(new ARecord(end, DClass.IN, TTL, address(one.address())));
    }

    private void addAliases(StagedCase one) {
        DaneCase given = one.given();
        if (given.mxAlias() != null) {
            alias(given.domain(), given.mxAlias(), isSecure(given.mxSecurity()));
        }
        List<String> path =
                Stream.concat(Stream.of(given.host()), given.cname().stream()).toList();
        for (int i = 0; i + 1 < path.size(); i++) {
            boolean secure = isSecure(i == 0 ? given.cnameSecurity() : given.addressSecurity());
            alias(path.get(i), path.get(i + 1), secure);
        }
    }

    private void alias(String from, String to, boolean secure) {
        Name owner = name(from);
        Zone zone = zoneOf(owner);
        if (!secure) {
            insecure.add(owner);
        } else if (!zone.isSigned()) {
            throw new IllegalStateException(from + " cannot be a secure alias in an insecure zone");
        }
        zone.add(new CNAMERecord(owner, DClass.IN, TTL, name(to)));
    }

    private void addTlsa(StagedCase one) {
        DaneCase.Tlsa tlsa = one.given().tlsa();
        Name base = name(tlsa.base() == null ? one.given().host() : tlsa.base());
        Name owner = below("_25._tcp", base);
        switch (tlsa.status()) {
            case FOUND -> tlsa.records().forEach(text -> zoneOf(base).add(tlsa(owner, text)));
            case FOUND_INSECURE -> {
                insecure.add(owner);
                tlsa.records().forEach(text -> zoneOf(base).add(tlsa(owner, text)));
            }
            case ABSENT -> {}
            case FAILED -> {
                if (tlsa.failure() == DnsFailure.BOGUS) {
                    zoneOf(base).addBroken(tlsa(owner, "3 1 1 " + "00".repeat(32)));
                } else {
                    unreachable.add(owner);
                }
            }
        }
    }

    private static boolean isSecure(Security security) {
        return security == Security.SECURE;
    }

    private Zone own(Name apex, boolean secure) {
        Zone zone = zones.computeIfAbsent(apex, _ -> zone(apex, secure));
        if (zone.isSigned() != secure) {
            throw new IllegalStateException(apex + " cannot be secure and insecure");
        }
        return zone;
    }

    /// The zone that a name other than an apex lies in: that of its parent, which is made where it is missing.
    private Zone zoneOf(Name owner) {
        Zone own = zones.get(owner);
        Name parent = new Name(owner, 1);
        return own != null ? own : zones.computeIfAbsent(parent, _ -> zone(parent, true));
    }

    private Zone zone(Name apex, boolean secure) {
        if (!secure) {
            insecure.add(apex);
        }
        Zone zone = new Zone(apex, secure, keys);
        zone.add(new ARecord(below("ns", apex), DClass.IN, TTL, address(Inside.NAME_SERVER)));
        return zone;
    }

    private static Record tlsa(Name owner, String text) {
        String[] words = text.split(" ");
        return new TLSARecord(
                owner,
                DClass.IN,
                TTL,
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                words.length < 4 ? new byte[0] : base16.fromString(words[3]));
    }

    static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Name below(String labels, Name base) {
        try {
            return Name.fromString(labels, base);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(labels + " below " + base, e);
        }
    }

    static InetAddress address(String ip) {
        try {
            return InetAddress.getByName(ip);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(ip, e);
        }
    }
}
