package org.mxcensus.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.finish.FinishInput;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.verdict.JudgeCrawl;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.WorkFiles;

/// Crawls of a small world in a store: two domains that were observed, one that was not.
///
/// @param store where they go
record StoredCrawls(Store store) {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private static final String NEIGHBOUR = "neighbour.nl";

    /// Publishes what a crawler would.
    void observe(LocalDate crawl) {
        WorkFiles work = new WorkFiles(store, crawl);
        work.publish(
                Part.of(Table.FRAME, 0, 0),
                List.of(
                        new FrameRow(FixtureEvidence.DOMAIN, "nl", "nl", true, List.of("ns1.big.example"), null),
                        new FrameRow(NEIGHBOUR, "nl", "nl", true, List.of("ns1.big.example"), null),
                        new FrameRow(FixtureEvidence.UNSEEN, "nl", "nl", false, List.of("ns1.big.example"), null)));
        work.publish(
                Part.of(Table.DOMAINS, 0, 0),
                List.of(FixtureEvidence.domainRow(FixtureEvidence.DOMAIN), FixtureEvidence.domainRow(NEIGHBOUR)));
        work.publish(Part.of(Table.MX_HOSTS, 0, 0), List.of(FixtureEvidence.hostRow()));
        work.publish(Part.of(Table.SMTP, 0, 0), List.of(FixtureEvidence.smtpRow()));
        work.publish(Part.of(Table.CERTIFICATES, 0, 0), List.of(FixtureEvidence.certificate()));
    }

    /// Makes the release files and the manifest.
    void finish(LocalDate crawl) {
        Finish.run(
                store,
                crawl,
                new FinishInput(
                        NOW,
                        new Manifest.Program("mxcensus", "0.1.0", "abc1234"),
                        Map.of(),
                        List.of(Manifest.Source.whole("nl", "nl.zone", "00", 3, 1L, 0, true)),
                        Map.of()));
    }

    /// Judges and counts.
    void count(LocalDate crawl) {
        JudgeCrawl.run(store, crawl, TrustRoots.of(List.of(), "none"), new Providers(PublicSuffixes.bundled()), NOW);
        Stats.run(store, crawl, NOW);
    }
}
