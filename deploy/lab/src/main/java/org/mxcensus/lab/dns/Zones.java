package org.mxcensus.lab.dns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.Troubles;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneCut;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// All zones of a world. Contents are made when first asked for: those of registries stay, of the others the latest.
public final class Zones {

    // A domain's signed zone takes some ten kilobytes.
    private static final int KEPT = 4096;

    private final Map<Name, ZoneCut> cuts = new HashMap<>();
    private final Map<String, Members> members = new HashMap<>();
    private final Map<Name, ZoneContents> registries = new ConcurrentHashMap<>();
    private final Map<Name, ZoneContents> others = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, ZoneContents> eldest) {
            return size() > KEPT;
        }
    });
    private final ZoneBuilder builder;
    private final Troubles troubles;

    /// What lies in a zone beside its own domain.
    record Members(List<ZoneCut> children, List<HostSpec> hosts, List<String> nameservers, List<String> policyAliases) {
        Members() {
            this(new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0));
        }
    }

    /// @param smtpPort the port that TLSA owner names carry beside 25 (RFC 7672 §2.2.3)
    Zones(World world, DnsMaterial material, int smtpPort) {
        troubles = world.troubles();
        for (ZoneCut cut : world.cuts().all()) {
            cuts.put(name(cut.apex()), cut);
            world.cuts()
                    .parent(cut)
                    .ifPresent(parent -> membersOf(parent).children().add(cut));
        }
        world.hosts()
                .forEach(host ->
                        membersOf(world.cuts().enclosing(host.name())).hosts().add(host));
        world.cuts()
                .nameservers()
                .forEach(server ->
                        membersOf(world.cuts().enclosing(server)).nameservers().add(server));
        world.cuts()
                .policyAliases()
                .forEach(alias ->
                        membersOf(world.cuts().enclosing(alias)).policyAliases().add(alias));
        builder = new ZoneBuilder(
                world, material, smtpPort, owner -> behaviourAt(owner).isBogus());
    }

    /// How questions for a name are answered.
    DnsBehaviour behaviourAt(Name name) {
        return troubles.isEmpty() ? DnsBehaviour.OK : troubles.at(text(name));
    }

    /// The zone that answers a question: the deepest one, but for DS the parent's (RFC 4035 §3.1.4.1).
    ZoneCut cutFor(Name name, int type) {
        Name at = type == Type.DS && name.labels() > 1 && cuts.containsKey(name) ? new Name(name, 1) : name;
        while (!cuts.containsKey(at)) {
            at = new Name(at, 1);
        }
        return cuts.get(at);
    }

    ZoneContents contents(ZoneCut cut) {
        Name apex = name(cut.apex());
        if (cut.registry()) {
            return registries.computeIfAbsent(apex, any -> build(cut));
        }
        ZoneContents known = others.get(apex);
        if (known == null) {
            known = build(cut);
            others.put(apex, known);
        }
        return known;
    }

    /// An absolute name of a world's name.
    static Name name(String name) {
        try {
            return name.equals(".") ? Name.root : Name.fromString(name + '.');
        } catch (TextParseException impossible) {
            throw new IllegalStateException("the world let a name through that is none", impossible);
        }
    }

    /// The name as a world writes it.
    static String text(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    private ZoneContents build(ZoneCut cut) {
        return builder.build(cut, members.getOrDefault(cut.apex(), new Members()));
    }

    private Members membersOf(ZoneCut cut) {
        return members.computeIfAbsent(cut.apex(), any -> new Members());
    }
}
