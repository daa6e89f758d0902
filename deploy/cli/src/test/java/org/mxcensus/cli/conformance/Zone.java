package org.mxcensus.cli.conformance;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/// A zone of the staged internet. No zone delegates to another: a resolver is told of each, and trusts the key of each
/// that is signed. So any name may be secure below an insecure one.
final class Zone {
    private static final int TTL = 300;
    // RFC 4034 §2.1.1: zone key and secure entry point.
    private static final int FLAGS = 257;
    private static final Duration WINDOW = Duration.ofDays(30);

    private final Name apex;
    private final boolean signed;
    private final KeyPair keys;
    private final NavigableMap<Name, NavigableMap<Integer, RRset>> nodes = new TreeMap<>();
    private final Set<RRset> broken = Collections.newSetFromMap(new IdentityHashMap<>());

    /// @param keys ECDSA P-256
    Zone(Name apex, boolean signed, KeyPair keys) {
        this.apex = apex;
        this.signed = signed;
        this.keys = keys;
        Name server = Staging.below("ns", apex);
        add(new SOARecord(apex, DClass.IN, TTL, server, server, 1, 3_600, 600, 86_400, TTL));
        add(new NSRecord(apex, DClass.IN, TTL, server));
        if (signed) {
            add(dnskey());
        }
    }

    Name apex() {
        return apex;
    }

    boolean isSigned() {
        return signed;
    }

    /// Adds a record, whose name is in the zone.
    RRset add(Record record) {
        RRset set = nodes.computeIfAbsent(record.getName(), _ -> new TreeMap<>())
                .computeIfAbsent(record.getType(), _ -> new RRset());
        set.addRR(record);
        return set;
    }

    /// The same, under a signature that does not verify.
    void addBroken(Record record) {
        broken.add(add(record));
    }

    DNSKEYRecord dnskey() {
        try {
            return new DNSKEYRecord(
                    apex,
                    DClass.IN,
                    TTL,
                    FLAGS,
                    DNSKEYRecord.Protocol.DNSSEC,
                    DNSSEC.Algorithm.ECDSAP256SHA256,
                    keys.getPublic());
        } catch (DNSSEC.DNSSECException impossible) {
            throw new IllegalStateException("a P-256 key has no DNSKEY form", impossible);
        }
    }

    /// The master file (RFC 1035 §5), signed by now where it is signed.
    ///
    /// @param now within the time of the signatures
    String text(Instant now) {
        StringBuilder text = new StringBuilder();
        // RFC 1035 §5.2: a zone begins with its SOA.
        write(text, nodes.firstEntry().getValue().get(Type.SOA), now);
        nodes.forEach((owner, sets) -> {
            sets.values().stream().filter(set -> set.getType() != Type.SOA).forEach(set -> write(text, set, now));
            if (signed) {
                write(text, new RRset(nsec(owner, sets)), now);
            }
        });
        return text.toString();
    }

    private NSECRecord nsec(Name owner, NavigableMap<Integer, RRset> sets) {
        Name next = nodes.higherKey(owner);
        int[] types = IntStream.concat(
                        sets.keySet().stream().mapToInt(Integer::intValue), IntStream.of(Type.RRSIG, Type.NSEC))
                .toArray();
        return new NSECRecord(owner, DClass.IN, TTL, next == null ? apex : next, types);
    }

    private void write(StringBuilder text, RRset set, Instant now) {
        set.rrs().forEach(record -> text.append(record).append('\n'));
        if (signed) {
            text.append(signature(set, now)).append('\n');
        }
    }

    private Record signature(RRset set, Instant now) {
        // RFC 4035 §5.3.1: whoever validates refuses a signature that is not yet valid.
        Instant from = broken.contains(set) ? now.plus(WINDOW) : now.minus(WINDOW);
        try {
            return DNSSEC.sign(set, dnskey(), keys.getPrivate(), from, from.plus(WINDOW.multipliedBy(2)));
        } catch (DNSSEC.DNSSECException impossible) {
            throw new IllegalStateException("cannot sign " + set, impossible);
        }
    }
}
