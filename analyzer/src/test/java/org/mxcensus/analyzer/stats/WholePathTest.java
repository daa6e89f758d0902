package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.finish.FinishInput;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.verdict.JudgeCrawl;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.WorkFiles;

class WholePathTest {
    private static final LocalDate CRAWL = LocalDate.of(2026, 3, 1);

    @Test
    void threeDomainsFromWorkFilesToFigures(@TempDir Path folder) {
        DirectoryStore store = new DirectoryStore(folder);
        WorkFiles work = new WorkFiles(store, CRAWL);
        Pki.Identity root = Pki.root("root");
        Pki.Identity leaf = root.issue(Pki.Form.server("mx.good.nl"));
        work.publish(
                Table.FRAME,
                0,
                0,
                List.of(
                        new FrameRow("good.nl", "nl", "nl", true, List.of(), null),
                        new FrameRow("dead.nl", "nl", "nl", false, List.of(), null),
                        new FrameRow("unseen.nl", "nl", "nl", false, List.of(), null)));
        work.publish(
                Table.DOMAINS,
                0,
                0,
                List.of(
                        DomainMapping.toRow(Seen.domain("good.nl", Seen.mx(Security.SECURE, "mx.good.nl"))),
                        DomainMapping.toRow(Seen.domain("dead.nl", Seen.mx(Security.INSECURE, "mx.dead.nl")))));
        work.publish(
                Table.MX_HOSTS,
                0,
                0,
                List.of(
                        HostMapping.toRow(Seen.host(
                                "mx.good.nl", Security.SECURE, Seen.found("mx.good.nl", Seen.tlsa(3, 1, 1, leaf)))),
                        HostMapping.toRow(Seen.host(
                                "mx.dead.nl", Security.INSECURE, new TlsaOutcome.Absent(Security.INSECURE)))));
        work.publish(
                Table.SMTP,
                0,
                0,
                List.of(
                        SmtpMapping.toRow(Seen.smtp("mx.good.nl", Seen.IP4, Seen.tls(leaf, root))),
                        SmtpMapping.toRow(Seen.smtp(
                                "mx.dead.nl",
                                Seen.IP4,
                                new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT)))));
        work.publish(
                Table.CERTIFICATES,
                0,
                0,
                List.of(new CertificateRow(
                        leaf.sha256(),
                        Binary.fromConstantByteArray(leaf.der()),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));

        Finish.run(
                store,
                CRAWL,
                new FinishInput(
                        Pki.NOW, new Manifest.Program("mxcensus", "1", "unknown"), Map.of(), List.of(), Map.of()));
        JudgeCrawl.run(
                store,
                CRAWL,
                TrustRoots.of(List.of(root.certificate()), "test"),
                new Providers(PublicSuffixes.bundled()),
                Pki.NOW);
        Stats.run(store, CRAWL, Pki.NOW);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            assertThat(trends.points(new Scope.Tld("nl"), Weighting.DOMAINS, Metric.DANE))
                    .containsExactly(new AdoptionPoint(CRAWL, Metric.DANE, 3, 1, 2, 1));
            assertThat(trends.points(new Scope.All(), Weighting.DOMAINS, Metric.STARTTLS))
                    .containsExactly(new AdoptionPoint(CRAWL, Metric.STARTTLS, 3, 1, 1, 2));
            assertThat(trends.points(new Scope.All(), Weighting.MX_HOSTS, Metric.CERTIFICATE_TRUSTED))
                    .containsExactly(new AdoptionPoint(CRAWL, Metric.CERTIFICATE_TRUSTED, 2, 1, 1, 1));
            assertThat(trends.tlds(Weighting.DOMAINS, 10)).hasSize(1);
            assertThat(trends.current()).isTrue();
            TrendsCache.refresh(store);
            assertThat(trends.current()).isFalse();
        }
    }
}
