package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.FixturesWithout;
import org.mxcensus.crawler.dns.Underway;
import org.mxcensus.crawler.domain.DomainProbe;
import org.mxcensus.crawler.host.HostProbe;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.World;

/// The queries that the rows tell are those that the DNS got, to the last one.
class QueriesTest {
    /// All of it but silence, and failures that are asked about again after a while: these take as long as we are
    /// patient.
    private static final World WORLD = FixturesWithout.answers(DnsBehaviour.TIMEOUT, DnsBehaviour.BOGUS_UNEXPLAINED);

    @TempDir
    private Path folder;

    @Test
    void ofADomainWithAllThatItLeadsTo() throws Exception {
        try (Lab lab = Lab.start(WORLD, LabOptions.defaults())) {
            assertThat(queriesOfDomains(lab, Optional.empty())).isEqualTo(received(lab));
        }
    }

    @Test
    void ofAHost() throws Exception {
        try (Lab lab = Lab.start(WORLD, LabOptions.defaults())) {
            assertThat(queriesOfHosts(lab, Optional.empty())).isEqualTo(received(lab));
        }
    }

    @Test
    @Tag("full")
    void ofBothWhereEachAnswerIsValidatedHere() throws Exception {
        try (Lab lab = Lab.start(WORLD, LabOptions.defaults())) {
            Optional<Path> anchor = Optional.of(Files.writeString(folder.resolve("anchor"), lab.trustAnchor()));
            assertThat(queriesOfDomains(lab, anchor) + queriesOfHosts(lab, anchor))
                    .isEqualTo(received(lab));
        }
    }

    private static long queriesOfDomains(Lab lab, Optional<Path> anchor) {
        try (Probes probes = open(lab, anchor)) {
            DomainProbe probe = probes.domain(Probes.Share.WHOLE, OptOut.NOBODY, true);
            return sum(
                    WORLD.domains().stream().map(DomainSpec::name),
                    domain -> probe.probe(domain).observation().queries());
        }
    }

    private static long queriesOfHosts(Lab lab, Optional<Path> anchor) {
        try (Probes probes = open(lab, anchor)) {
            HostProbe probe = probes.host();
            return sum(
                    WORLD.hosts().stream().map(HostSpec::name),
                    host -> probe.probe(host).queries());
        }
    }

    private static Probes open(Lab lab, Optional<Path> anchor) {
        return Probes.openForCheck(LabCrawl.probes(lab, anchor).withHints(true), Clock.systemUTC());
    }

    private static long received(Lab lab) {
        return lab.counters().dns().overUdp() + lab.counters().dns().overTcp();
    }

    private static long sum(Stream<String> names, Function<String, Integer> queries) {
        List<Underway<Integer>> all =
                names.map(name -> Underway.ask(() -> queries.apply(name))).toList();
        return all.stream().mapToLong(Underway::await).sum();
    }
}
