package org.mxcensus.lab.world;

import java.util.HashMap;
import java.util.Map;

/// Below which names the DNS does not work as it should.
public final class Troubles {

    private final Map<String, DnsBehaviour> byName = new HashMap<>();

    Troubles(World world) {
        world.zones().forEach(zone -> put(zone.name(), zone.dns()));
        world.domains().forEach(domain -> {
            put(domain.name(), domain.dns());
            domain.sts().ifPresent(sts -> {
                put("_mta-sts." + domain.name(), sts.recordDns());
                put("mta-sts." + domain.name(), sts.hostDns());
            });
        });
        world.hosts().forEach(host -> {
            put(host.name(), host.dns());
            put("_tcp." + host.name(), host.tlsaDns());
        });
    }

    /// Whether everything works.
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /// The behaviour at a name: that of the closest troubled name at or above it.
    ///
    /// @param name lower case, without the final dot; `.` is the root
    public DnsBehaviour at(String name) {
        if (byName.isEmpty()) {
            return DnsBehaviour.OK;
        }
        for (String at = name; ; at = ZoneCuts.parent(at)) {
            DnsBehaviour behaviour = byName.get(at);
            if (behaviour != null) {
                return behaviour;
            }
            if (at.equals(".")) {
                return DnsBehaviour.OK;
            }
        }
    }

    private void put(String name, DnsBehaviour behaviour) {
        if (behaviour != DnsBehaviour.OK) {
            byName.putIfAbsent(name, behaviour);
        }
    }
}
