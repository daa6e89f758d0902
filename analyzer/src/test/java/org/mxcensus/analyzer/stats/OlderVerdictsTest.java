package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.OlderTables;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;

/// Tables of an earlier version, whose judge or crawler did not know what a metric asks for.
class OlderVerdictsTest {
    private static final Map<Table<?>, String> UNKNOWN_THEN = Map.of(
            Table.DOMAINS, "dkim_hint, openpgpkey_hint, smimea_hint",
            Table.DOMAIN_VERDICTS,
                    "next_hop_name, dane_valid, tls_sound, post_quantum, chain_complete, dane_cause, dane_hosts, mta_sts_cause, deliveries, "
                            + "tls_traits, issuers",
            Table.EXCHANGE_VERDICTS, "tls_sound, post_quantum, chain_complete, dane_cause, tls_traits, issuers");

    private static final Set<Metric> UNTOLD = EnumSet.of(
            Metric.TLS_SOUND,
            Metric.POST_QUANTUM,
            Metric.CHAIN_COMPLETE,
            Metric.DANE_LOOKUP_FAILED,
            Metric.DANE_HOST_READY,
            Metric.DANE_PREFERRED,
            Metric.DANE_REACHED,
            Metric.MTA_STS_UNAVAILABLE,
            Metric.MTA_STS_MALFORMED,
            Metric.MTA_STS_UNFULFILLED,
            Metric.MAIL_ANSWERED,
            Metric.DKIM_HINT,
            Metric.OPENPGPKEY_HINT,
            Metric.SMIMEA_HINT);

    static {
        UNTOLD.addAll(EnumSet.range(Metric.STARTTLS_SOMEWHERE, Metric.REQUIRETLS));
        UNTOLD.addAll(EnumSet.range(Metric.SENDER_PLAINTEXT, Metric.SENDER_BOTH_DEFERRED));
    }

    @TempDir
    Path folder;

    @Test
    void aMetricWhoseColumnIsMissingIsUnmeasuredAndTheOthersAreWhatTheyWere() throws Exception {
        DirectoryStore store = new DirectoryStore(folder);
        new RandomVerdicts(new Random(11)).write(store, TestCrawl.DATE);
        Map<Weighting, List<AdoptionPoint>> complete = points(store);
        for (Map.Entry<Table<?>, String> table : UNKNOWN_THEN.entrySet()) {
            OlderTables.forget(store, table.getKey(), table.getValue());
        }

        Map<Weighting, List<AdoptionPoint>> older = points(store);

        for (Weighting weighting : Weighting.values()) {
            assertThat(older.get(weighting))
                    .filteredOn(point -> isUntold(point.metric(), weighting))
                    .isNotEmpty()
                    .allSatisfy(point -> {
                        assertThat(point.unmeasured())
                                .as(point.metric().id())
                                .isEqualTo(point.frame())
                                .isPositive();
                        assertThat(point.denominator()).isZero();
                    });
            assertThat(told(older, weighting)).isNotEmpty().isEqualTo(told(complete, weighting));
        }
    }

    @Test
    void whetherDaneIsValidIsWhatTheStatusTellsWhereThereIsNothingBetter() throws Exception {
        DirectoryStore store = new DirectoryStore(folder);
        RandomVerdicts world = new RandomVerdicts(new Random(11));
        world.write(store, TestCrawl.DATE);
        AdoptionPoint complete = dane(store);
        OlderTables.forget(store, Table.DOMAIN_VERDICTS, "dane_valid");

        AdoptionPoint older = dane(store);

        long untold = world.verdicts.values().stream()
                .filter(row -> row.dane() != null && row.dane().valid() == Finding.UNMEASURED)
                .filter(row -> row.daneValid() == Finding.NO)
                .count();
        assertThat(untold).isPositive();
        assertThat(older)
                .isEqualTo(new AdoptionPoint(
                        complete.crawl(),
                        Metric.DANE,
                        complete.frame(),
                        complete.numerator(),
                        complete.denominator() - untold,
                        complete.unmeasured() + untold));
    }

    private static AdoptionPoint dane(DirectoryStore store) {
        return points(store).get(Weighting.DOMAINS).stream()
                .filter(point -> point.metric() == Metric.DANE)
                .findFirst()
                .orElseThrow();
    }

    /// What the figures of domains rest on when nothing but the status tells whether DANE is valid.
    private static boolean isOfStatus(Metric metric, Weighting weighting) {
        return weighting != Weighting.MX_HOSTS && (metric == Metric.DANE || metric == Metric.DANE_AND_MTA_STS);
    }

    /// How many addresses of an MX host gave an answer has been known from the first.
    private static boolean isUntold(Metric metric, Weighting weighting) {
        return UNTOLD.contains(metric) && !(weighting == Weighting.MX_HOSTS && metric == Metric.MAIL_ANSWERED);
    }

    private static List<AdoptionPoint> told(Map<Weighting, List<AdoptionPoint>> points, Weighting weighting) {
        return points.get(weighting).stream()
                .filter(point -> !isUntold(point.metric(), weighting))
                .filter(point -> !isOfStatus(point.metric(), weighting))
                .toList();
    }

    private static Map<Weighting, List<AdoptionPoint>> points(DirectoryStore store) {
        Stats.run(store, TestCrawl.DATE, Pki.NOW);
        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            return List.of(Weighting.values()).stream()
                    .collect(Collectors.toMap(
                            Function.identity(), weighting -> trends.points(new Scope.All(), weighting)));
        }
    }
}
