package org.mxcensus.lab.dns;

import java.util.HashMap;
import java.util.Map;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.Name;

/// Below which names the DNS does not work as it should.
final class Troubles {

    private final Map<Name, DnsBehaviour> byName = new HashMap<>();

    Troubles(World world) {
        world.zones().forEach(zone -> put(zone.name(), zone.dns()));
        world.domains().forEach(domain -> put(domain.name(), domain.dns()));
        world.hosts().forEach(host -> {
            put(host.name(), host.dns());
            put("_tcp." + host.name(), host.tlsaDns());
        });
    }

    /// The behaviour at a name: that of the closest troubled name at or above it.
    DnsBehaviour at(Name name) {
        for (int cut = 0; !byName.isEmpty() && cut < name.labels(); cut++) {
            DnsBehaviour behaviour = byName.get(new Name(name, cut));
            if (behaviour != null) {
                return behaviour;
            }
        }
        return DnsBehaviour.OK;
    }

    private void put(String name, DnsBehaviour behaviour) {
        if (behaviour != DnsBehaviour.OK) {
            byName.merge(Zones.name(name), behaviour, (first, second) -> first);
        }
    }
}
