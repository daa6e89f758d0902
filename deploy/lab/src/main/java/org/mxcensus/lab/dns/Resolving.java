package org.mxcensus.lab.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.ZoneCut;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/// One question on its way through the zones (RFC 1034 §4.3.2), aliases followed.
final class Resolving {

    private static final int MOST_ALIASES = 8;

    private final Zones zones;
    private final int type;
    private final List<RRset> answer = new ArrayList<>();
    private final List<RRset> authority = new ArrayList<>();
    private boolean secure = true;
    private DnsBehaviour trouble = DnsBehaviour.OK;

    private Resolving(Zones zones, int type) {
        this.zones = zones;
        this.type = type;
    }

    static Resolution resolve(Zones zones, Name name, int type) {
        return new Resolving(zones, type).from(name);
    }

    private Resolution from(Name first) {
        Optional<Name> name = Optional.of(first);
        int rcode = Rcode.NOERROR;
        for (int alias = 0; name.isPresent() && alias <= MOST_ALIASES; alias++) {
            Name at = name.get();
            ZoneCut cut = zones.cutFor(at, type);
            meet(zones.behaviourAt(troublesFrom(at, cut)));
            if (trouble != DnsBehaviour.OK && !trouble.isBogus()) {
                return new Resolution(Rcode.SERVFAIL, List.of(), List.of(), false, trouble);
            }
            secure &= cut.secure();
            ZoneContents zone = zones.contents(cut);
            name = Optional.empty();
            if (zone.has(at)) {
                name = atNode(zone, at);
            } else if (zone.isEmptyNonTerminal(at)) {
                deny(zone, at);
            } else if (zone.has(zone.wildcard(at))) {
                name = atWildcard(zone, at);
            } else if (zone.deniesCompactly()) {
                denyCompactly(zone, at);
            } else {
                rcode = Rcode.NXDOMAIN;
                deny(zone, at);
                denyWildcard(zone, at);
            }
        }
        return new Resolution(rcode, answer, authority, secure, trouble);
    }

    /// A DS question is answered by the parent, so troubles begin there.
    private Name troublesFrom(Name name, ZoneCut cut) {
        return type == Type.DS && !zones.cutFor(name, Type.SOA).equals(cut) ? new Name(name, 1) : name;
    }

    private void meet(DnsBehaviour behaviour) {
        if (behaviour != DnsBehaviour.OK) {
            trouble = behaviour;
        }
    }

    /// The name to go on with, where the node is an alias.
    private Optional<Name> atNode(ZoneContents zone, Name name) {
        if (type == Type.ANY) {
            zone.types(name).forEach(each -> zone.rrset(name, each).ifPresent(answer::add));
            return Optional.empty();
        }
        if (type == Type.NSEC && zone.isSigned()) {
            answer.add(zone.nsec(name));
            return Optional.empty();
        }
        Optional<RRset> found = zone.rrset(name, type);
        if (found.isPresent()) {
            answer.add(found.get());
            return Optional.empty();
        }
        Optional<RRset> alias = zone.rrset(name, Type.CNAME);
        if (alias.isEmpty()) {
            deny(zone, name);
            return Optional.empty();
        }
        answer.add(alias.get());
        return Optional.of(((CNAMERecord) alias.get().first()).getTarget());
    }

    /// RFC 4592 §3.3.1 and §3.3.3: the wildcard's records under the name that was asked for, and a proof that it has
    /// none of its own (RFC 4035 §3.1.3.3, §3.1.3.4).
    private Optional<Name> atWildcard(ZoneContents zone, Name name) {
        Name wildcard = zone.wildcard(name);
        Optional<RRset> found = zone.rrset(wildcard, type);
        if (found.isEmpty()) {
            deny(zone, wildcard);
        }
        found.ifPresent(rrset -> answer.add(renamed(rrset, name)));
        if (zone.isSigned() && !authority.contains(zone.nsec(name))) {
            authority.add(zone.nsec(name));
        }
        return Optional.empty();
    }

    private static RRset renamed(RRset rrset, Name name) {
        RRset synthesized = new RRset();
        rrset.rrs().forEach(record -> synthesized.addRR(record.withName(name)));
        rrset.sigs().forEach(signature -> synthesized.addRR(signature.withName(name)));
        return synthesized;
    }

    private void denyCompactly(ZoneContents zone, Name name) {
        zone.rrset(zone.apex(), Type.SOA).ifPresent(authority::add);
        if (zone.isSigned()) {
            authority.add(zone.compactNsec(name));
        }
    }

    private void deny(ZoneContents zone, Name name) {
        zone.rrset(zone.apex(), Type.SOA).ifPresent(authority::add);
        if (zone.isSigned()) {
            authority.add(zone.nsec(name));
        }
    }

    private void denyWildcard(ZoneContents zone, Name name) {
        if (zone.isSigned()) {
            RRset denial = zone.nsec(zone.wildcard(name));
            if (!authority.contains(denial)) {
                authority.add(denial);
            }
        }
    }
}
