package org.mxcensus.cli.real;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneCut;

/// A world whose zones are shared out among name servers, in turn.
///
/// @param world as given, but for its name servers: NS records and addresses that tell who serves what
record Delegated(World world) {

    private static final List<NameServer> BELOW = List.of(NameServer.KNOT, NameServer.BIND, NameServer.POWERDNS);

    static Delegated of(World given) {
        List<DomainSpec> domains = new ArrayList<>();
        Stream.concat(given.domains().stream(), zonesOfHosts(given)).forEach(domain -> {
            NameServer server = BELOW.get(domains.size() % BELOW.size());
            domains.add(domain.withNs(List.of(server.host())));
        });
        List<Spec> all = new ArrayList<>(given.zones());
        all.addAll(domains);
        all.addAll(given.hosts());
        Stream.of(NameServer.values()).map(NameServer::spec).forEach(all::add);
        return new Delegated(World.of(all));
    }

    /// Zones that hold hosts alone: as domains they can have name servers too.
    private static Stream<DomainSpec> zonesOfHosts(World given) {
        return given.cuts().all().stream()
                .filter(cut -> !cut.registry() && given.domain(cut.apex()).isEmpty())
                .filter(cut -> given.hosts().stream()
                        .anyMatch(host -> given.cuts().enclosing(host.name()).equals(cut)))
                .sorted(Comparator.comparing(ZoneCut::apex))
                .map(cut -> DomainSpec.of(cut.apex()).withSigned(cut.signed()));
    }

    /// The files of each server's zones. A domain that is to fail is delegated to a server that knows nothing of it.
    ///
    /// @param files of all zones, by apex
    Map<NameServer, Map<String, Path>> shares(Map<String, Path> files) {
        Map<NameServer, Map<String, Path>> shares = new EnumMap<>(NameServer.class);
        files.forEach((apex, file) -> {
            if (world.domain(apex)
                    .filter(domain -> domain.dns() == DnsBehaviour.SERVFAIL)
                    .isEmpty()) {
                shares.computeIfAbsent(server(apex), _ -> new TreeMap<>()).put(apex, file);
            }
        });
        return shares;
    }

    private NameServer server(String apex) {
        return world.domain(apex)
                .flatMap(domain -> BELOW.stream()
                        .filter(server -> domain.ns().contains(server.host()))
                        .findFirst())
                .orElse(NameServer.NSD);
    }
}
