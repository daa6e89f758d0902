package org.mxcensus.crawler;

import java.util.Arrays;
import java.util.stream.Stream;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// The world with every fixture, but for what would take as long as we are patient.
public final class FixturesWithout {

    private FixturesWithout() {}

    /// @param behaviours no question that a crawl asks about this world is answered so
    public static World answers(DnsBehaviour... behaviours) {
        return World.of(World.everyFixture().specs().stream()
                .filter(spec -> answers(spec).noneMatch(Arrays.asList(behaviours)::contains))
                .toList());
    }

    private static Stream<DnsBehaviour> answers(Spec spec) {
        return switch (spec) {
            case ZoneSpec zone -> Stream.of(zone.dns());
            case DomainSpec domain ->
                Stream.concat(
                        Stream.of(domain.dns()),
                        domain.sts().stream().flatMap(sts -> Stream.of(sts.recordDns(), sts.hostDns())));
            case HostSpec host -> Stream.of(host.dns(), host.tlsaDns());
        };
    }
}
