package org.mxcensus.analyzer.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.SmtpStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.UserError;

class FinishTest {

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    @Test
    void theSameWorkGivesTheSameRowsHoweverItIsCutIntoParts() {
        TestCrawl whole = new TestCrawl();
        for (String domain : List.of("b.nl", "a.se", "a.nl", "b.a.nl")) {
            new TestCrawl()
                    .frame("list", domain)
                    .domain(Seen.domain(domain, Seen.mx(Security.SECURE, "mx." + domain)))
                    .write(store, TestCrawl.DATE, domain.hashCode() & 0xff);
            whole.frame("list", domain).domain(Seen.domain(domain, Seen.mx(Security.SECURE, "mx." + domain)));
        }
        whole.write(store, TestCrawl.DATE.plusDays(1), 0);

        List<DomainRow> inParts = rows(Table.DOMAINS, finish(TestCrawl.DATE));
        List<DomainRow> atOnce = rows(Table.DOMAINS, finish(TestCrawl.DATE.plusDays(1)));

        assertThat(inParts).isEqualTo(atOnce);
        assertThat(inParts).extracting(DomainRow::domain).containsExactly("a.nl", "b.a.nl", "b.nl", "a.se");
        assertThat(rows(Table.DOMAINS, finish(TestCrawl.DATE))).isEqualTo(inParts);
    }

    @Test
    void rowsGoThroughUnchanged() {
        Pki.Identity leaf = Pki.root("root");
        TestCrawl crawl = new TestCrawl()
                .frame("list", "a.nl")
                .domain(Seen.domain("a.nl", Seen.mx(Security.SECURE, "mx.a.nl", "mx2.a.nl")))
                .host(Seen.host("mx.a.nl", Security.SECURE, Seen.found("mx.a.nl", Seen.tlsa(3, 1, 1, leaf))))
                .smtp(Seen.smtp("mx.a.nl", Seen.IP4, Seen.tls(leaf)))
                .certificates(leaf)
                .write(store, TestCrawl.DATE, 0);
        assertThat(crawl).isNotNull();

        Manifest manifest = finish(TestCrawl.DATE);

        assertThat(rows(Table.DOMAINS, manifest))
                .containsExactly(
                        DomainMapping.toRow(Seen.domain("a.nl", Seen.mx(Security.SECURE, "mx.a.nl", "mx2.a.nl"))));
        assertThat(rows(Table.MX_HOSTS, manifest))
                .containsExactly(HostMapping.toRow(
                        Seen.host("mx.a.nl", Security.SECURE, Seen.found("mx.a.nl", Seen.tlsa(3, 1, 1, leaf)))));
        assertThat(rows(Table.CERTIFICATES, manifest).getFirst().der().getBytes())
                .isEqualTo(leaf.der());
    }

    @Test
    void theErrorOfTheReuseIsCounted() {
        SmtpObservation own = Seen.smtp("mx0.a.nl", Seen.IP4, new SmtpOutcome.StartTlsNotOffered());
        new TestCrawl()
                .frame("list", "a.nl")
                .smtp(own)
                .smtp(named("mx1.a.nl", own).testingReuse(true))
                .smtp(named("mx2.a.nl", own).testingReuse(false))
                .smtp(takenOver("mx3.a.nl", own))
                .smtp(takenOver("mx4.a.nl", own))
                .write(store, TestCrawl.DATE, 0);

        assertThat(finish(TestCrawl.DATE).counts())
                .containsEntry("smtp_reuse.taken_over", 2L)
                .containsEntry("smtp_reuse.tested", 2L)
                .containsEntry("smtp_reuse.differed", 1L);
    }

    private static SmtpObservation named(String host, SmtpObservation like) {
        return Seen.smtp(host, like.ip(), like.outcome());
    }

    private static SmtpObservation takenOver(String host, SmtpObservation from) {
        return named(host, from).takenOverFrom(from.host());
    }

    @Test
    void theLastAttemptCounts() {
        SmtpObservation first = Seen.smtp(
                "mx.a.nl", Seen.IP4, new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT));
        SmtpObservation second = new SmtpObservation(
                first.host(),
                first.ip(),
                first.observedAt().plusSeconds(60),
                first.sni(),
                new SmtpOutcome.StartTlsNotOffered(),
                first.dialogue(),
                2,
                first.notBefore(),
                first.reusedFrom(),
                first.reuseAgreed(),
                1,
                0,
                1,
                first.secondLooks());
        new TestCrawl().frame("list", "a.nl").smtp(second).write(store, TestCrawl.DATE, 0);
        new TestCrawl().smtp(first).write(store, TestCrawl.DATE, 1);

        assertThat(rows(Table.SMTP, finish(TestCrawl.DATE)))
                .extracting(SmtpRow::outcome)
                .containsExactly(SmtpStatus.STARTTLS_NOT_OFFERED);
    }

    @Test
    void eachCertificateIsKeptOnce() {
        Pki.Identity leaf = Pki.root("root");
        new TestCrawl().frame("list", "a.nl").certificates(leaf).write(store, TestCrawl.DATE, 0);
        new TestCrawl().certificates(leaf).write(store, TestCrawl.DATE, 1);

        Manifest manifest = finish(TestCrawl.DATE);

        assertThat(manifest.counts()).containsEntry("certificates", 1L);
        assertThat(rows(Table.CERTIFICATES, manifest)).hasSize(1);
    }

    @Test
    void everyTableHasAFileEvenWithoutRows() {
        new TestCrawl().frame("list", "a.nl").write(store, TestCrawl.DATE, 0);

        Manifest manifest = finish(TestCrawl.DATE);

        assertThat(Table.OBSERVED)
                .allSatisfy(table -> assertThat(manifest.paths(table.name())).hasSize(1));
        assertThat(rows(Table.SMTP, manifest)).isEmpty();
    }

    @Test
    void theManifestTellsTruthAboutItsFiles() {
        new TestCrawl()
                .frame("list", "a.nl", "b.nl")
                .host(Seen.host("mx.a.nl", Security.SECURE, new TlsaOutcome.Absent(Security.SECURE)))
                .write(store, TestCrawl.DATE, 0);

        Manifest manifest = finish(TestCrawl.DATE);

        assertThat(manifest.files()).allSatisfy(file -> {
            assertThat(Checksums.sha256(store.local(file.path()))).isEqualTo(file.sha256());
            assertThat(store.local(file.path())).hasSize(file.bytes());
        });
        assertThat(manifest.counts())
                .containsEntry("frame", 2L)
                .containsEntry("mx_hosts", 1L)
                .containsEntry("mx_hosts.ABSENT", 1L);
    }

    @Test
    void manyRowsStayInOrder() {
        List<String> names =
                IntStream.range(0, 30_000).mapToObj("d%d.nl"::formatted).toList();
        new TestCrawl().frame("list", names.toArray(String[]::new)).write(store, TestCrawl.DATE, 0);

        List<String> sorted = new ArrayList<>();
        rows(Table.FRAME, finish(TestCrawl.DATE)).forEach(row -> sorted.add(DomainNames.reversed(row.domain())));

        assertThat(sorted).hasSize(30_000).isSorted();
    }

    @Test
    void aCrawlThatNeverWasIsNotFinished() {
        assertThatThrownBy(() -> finish(TestCrawl.DATE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2026-03-01");
    }

    private Manifest finish(java.time.LocalDate crawl) {
        return Finish.run(store, crawl, TestCrawl.input(Pki.NOW));
    }

    private <R extends Record> List<R> rows(Table<R> table, Manifest manifest) {
        List<R> all = new ArrayList<>();
        for (String path : manifest.paths(table.name())) {
            try (Stream<R> rows = ParquetFiles.read(table, store.local(path))) {
                rows.forEach(all::add);
            }
        }
        return all;
    }
}
