package org.mxcensus.lab.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that exists on the lab's internet. Immutable, and free of contradictions.
public final class World {

    private final List<ZoneSpec> zones;
    private final List<DomainSpec> domains;
    private final List<HostSpec> hosts;
    private final Map<String, DomainSpec> domainsByName = new HashMap<>();
    private final Map<String, HostSpec> hostsByName = new HashMap<>();
    private final Roster roster;
    private final ZoneCuts cuts;
    private final Troubles troubles;

    private World(List<ZoneSpec> zones, List<DomainSpec> domains, List<HostSpec> hosts) {
        this.zones = List.copyOf(zones);
        this.domains = List.copyOf(domains);
        this.hosts = List.copyOf(hosts);
        Map<String, ZoneSpec> zonesByName = new HashMap<>();
        this.zones.forEach(zone -> once(zonesByName.put(zone.name(), zone), zone));
        this.domains.forEach(domain -> once(domainsByName.put(domain.name(), domain), domain));
        this.hosts.forEach(host -> once(hostsByName.put(host.name(), host), host));
        WorldRules.check(this);
        this.roster = new Roster(this.hosts);
        this.cuts = ZoneCuts.of(this);
        this.troubles = new Troubles(this);
    }

    /// A world of these lines; an [IllegalArgumentException] says which of them are wrong.
    public static World of(List<? extends Spec> specs) {
        List<ZoneSpec> zones = new ArrayList<>();
        List<DomainSpec> domains = new ArrayList<>();
        List<HostSpec> hosts = new ArrayList<>();
        for (Spec spec : specs) {
            switch (spec) {
                case ZoneSpec zone -> zones.add(zone);
                case DomainSpec domain -> domains.add(domain);
                case HostSpec host -> hosts.add(host);
            }
        }
        return new World(zones, domains, hosts);
    }

    /// As [#of(List)].
    public static World of(Spec... specs) {
        return of(List.of(specs));
    }

    /// Reads a world file; a `UserError` says file, line, what is wrong and what to do.
    public static World read(Path file) {
        return WorldReader.read(file);
    }

    /// A world with every fixture at least once, below a signed and below an unsigned domain.
    public static World everyFixture() {
        return EveryFixture.world();
    }

    /// Writes a world file that [#read] reads back as the same world.
    public void write(Path file) {
        WorldWriter.write(this, file);
    }

    public List<ZoneSpec> zones() {
        return zones;
    }

    public List<DomainSpec> domains() {
        return domains;
    }

    public List<HostSpec> hosts() {
        return hosts;
    }

    public Optional<DomainSpec> domain(String name) {
        return Optional.ofNullable(domainsByName.get(name));
    }

    public Optional<HostSpec> host(String name) {
        return Optional.ofNullable(hostsByName.get(name));
    }

    /// All lines: zones, then domains, then hosts.
    public List<Spec> specs() {
        List<Spec> all = new ArrayList<>(zones);
        all.addAll(domains);
        all.addAll(hosts);
        return all;
    }

    public Roster roster() {
        return roster;
    }

    public ZoneCuts cuts() {
        return cuts;
    }

    public Troubles troubles() {
        return troubles;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof World world && specs().equals(world.specs());
    }

    @Override
    public int hashCode() {
        return specs().hashCode();
    }

    private static void once(@org.jspecify.annotations.Nullable Spec before, Spec now) {
        if (before != null) {
            throw new IllegalArgumentException(now.name() + " is described twice");
        }
    }
}
