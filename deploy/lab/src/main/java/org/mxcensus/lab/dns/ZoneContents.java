package org.mxcensus.lab.dns;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// The records of one zone, signed as they are asked for.
final class ZoneContents {

    // RFC 9824 §3.1
    private static final int NXNAME = 128;

    private final Name apex;
    private final Optional<ZoneKeys> keys;
    private final Predicate<Name> broken;
    private final boolean compact;
    // Names compare in canonical order (RFC 4034 §6.1), so that the descendants of a name follow it.
    private final NavigableMap<Name, NavigableMap<Integer, RRset>> nodes = new TreeMap<>();
    private final Map<OwnerAndType, RRset> signed = new ConcurrentHashMap<>();

    private record OwnerAndType(Name owner, int type) {}

    /// @param keys empty for a zone without keys
    /// @param broken which owners' signatures are not to verify
    /// @param compact whether names that do not exist are denied as if they did, without data (RFC 9824)
    ZoneContents(Name apex, Optional<ZoneKeys> keys, Predicate<Name> broken, boolean compact) {
        this.apex = apex;
        this.keys = keys;
        this.broken = broken;
        this.compact = compact;
    }

    void add(Record record) {
        nodes.computeIfAbsent(record.getName(), any -> new TreeMap<>())
                .computeIfAbsent(record.getType(), any -> new RRset())
                .addRR(record);
    }

    Name apex() {
        return apex;
    }

    boolean isSigned() {
        return keys.isPresent();
    }

    boolean deniesCompactly() {
        return compact;
    }

    /// Every owner name, in canonical order.
    Collection<Name> owners() {
        return nodes.keySet();
    }

    boolean has(Name name) {
        return nodes.containsKey(name);
    }

    /// Whether a name has no records, but a name below it has (RFC 8499 §7).
    boolean isEmptyNonTerminal(Name name) {
        Name next = nodes.ceilingKey(name);
        return next != null && !next.equals(name) && next.subdomain(name);
    }

    /// The types at a name, NSEC and RRSIG not among them.
    Collection<Integer> types(Name name) {
        NavigableMap<Integer, RRset> node = nodes.get(name);
        return node == null ? java.util.List.of() : node.keySet();
    }

    /// An RRset with its signature, where the zone is signed and the RRset is its own.
    Optional<RRset> rrset(Name name, int type) {
        NavigableMap<Integer, RRset> node = nodes.get(name);
        RRset rrset = node == null ? null : node.get(type);
        if (rrset == null) {
            return Optional.empty();
        }
        // RFC 4035 §2.2: the NS RRset at a delegation belongs to the child.
        boolean delegation = type == Type.NS && !name.equals(apex);
        return Optional.of(delegation ? rrset : sign(name, type, rrset));
    }

    /// The NSEC of the name itself, or of the last one before it: denies what lies between that owner and the next
    /// (RFC 4034 §4).
    RRset nsec(Name name) {
        Name owner = nodes.floorKey(name);
        return signed.computeIfAbsent(
                new OwnerAndType(owner, Type.NSEC), any -> signNow(owner, new RRset(nsecAt(owner))));
    }

    /// RFC 9824 §3.1: an NSEC of a name's own, that the name does not exist.
    RRset compactNsec(Name name) {
        Name next = following(name);
        return signNow(name, new RRset(new NSECRecord(name, DClass.IN, Ttl.DENIAL, next, new int[] {
            Type.RRSIG, Type.NSEC, NXNAME
        })));
    }

    /// The name right after this one in canonical order (RFC 4470 §3.1.2).
    private Name following(Name name) {
        try {
            return Name.concatenate(Name.fromConstantString("\\000"), name);
        } catch (NameTooLongException tooLong) {
            return apex;
        }
    }

    /// The deepest name that exists above a name that does not (RFC 4592 §3.3.1).
    Name closestEncloser(Name name) {
        Name at = new Name(name, 1);
        while (!has(at) && !isEmptyNonTerminal(at)) {
            at = new Name(at, 1);
        }
        return at;
    }

    /// The wildcard that would have answered for a name that does not exist.
    Name wildcard(Name name) {
        try {
            return Name.concatenate(Name.fromConstantString("*"), closestEncloser(name));
        } catch (NameTooLongException tooLong) {
            // Then no such wildcard can exist, and the denial of the name itself says so.
            return name;
        }
    }

    private NSECRecord nsecAt(Name owner) {
        Name next = nodes.higherKey(owner);
        int[] types = java.util.stream.IntStream.concat(
                        types(owner).stream().mapToInt(Integer::intValue),
                        java.util.stream.IntStream.of(Type.RRSIG, Type.NSEC))
                .toArray();
        return new NSECRecord(owner, DClass.IN, Ttl.DENIAL, next == null ? apex : next, types);
    }

    private RRset sign(Name name, int type, RRset rrset) {
        return keys.isEmpty()
                ? rrset
                : signed.computeIfAbsent(new OwnerAndType(name, type), any -> signNow(name, rrset));
    }

    private RRset signNow(Name owner, RRset rrset) {
        // What the parent says of a delegation is not the child's fault.
        boolean delegation = !owner.equals(apex) && types(owner).contains(Type.NS);
        return keys.orElseThrow().sign(rrset, apex, broken.test(delegation ? apex : owner));
    }
}
