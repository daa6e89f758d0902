package org.mxcensus.analyzer.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.JudgedDomainRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.PolicyStatus;
import org.mxcensus.datasets.schema.RecordStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ReleaseFiles;

/// The name servers of domains, where only the frame knows them.
class DelegationsTest {
    @TempDir
    Path folder;

    @Test
    void whatTheProbeDidNotAskTheFrameKnows() {
        FrameFiles frame = frame(List.of(delegated("a.nl", "ns.a.nl"), delegated("b.nl", "ns.b.nl"), listed("c.nl")));

        try (Delegations delegations = new Delegations(frame)) {
            assertThat(delegations.complete(row("a.nl")).ns()).containsExactly("ns.a.nl");
            assertThat(delegations.complete(row("b.nl", "ns.own.nl")).ns())
                    .as("the zone's own servers come first")
                    .containsExactly("ns.own.nl");
            assertThat(delegations.complete(row("c.nl")).ns())
                    .as("a list has none")
                    .isEmpty();
            assertThat(delegations.complete(row("d.nl")).ns()).isEmpty();
        }
    }

    @Test
    void theRightFileIsOpened() {
        FrameFiles frame = frame(
                List.of(delegated("a.nl", "ns.a.nl"), listed("b.nl")),
                List.of(delegated("b.nl", "ns.b.nl"), delegated("c.nl", "ns.c.nl")),
                List.of(),
                List.of(delegated("d.nl", "ns.d.nl")));

        assertThat(List.of("a.nl", "b.nl", "c.nl", "d.nl", "e.nl"))
                .map(domain -> only(frame, domain))
                .containsExactly(
                        List.of("ns.a.nl"), List.of("ns.b.nl"), List.of("ns.c.nl"), List.of("ns.d.nl"), List.of());
        try (Delegations delegations = new Delegations(frame)) {
            assertThat(List.of("b.nl", "c.nl", "d.nl"))
                    .map(domain -> delegations.complete(row(domain)).ns())
                    .containsExactly(List.of("ns.b.nl"), List.of("ns.c.nl"), List.of("ns.d.nl"));
        }
    }

    private static List<String> only(FrameFiles frame, String domain) {
        try (Delegations delegations = new Delegations(frame)) {
            return delegations.complete(row(domain)).ns();
        }
    }

    private static FrameRow delegated(String domain, String... ns) {
        return new FrameRow(domain, "nl", "nl", false, List.of(ns), null);
    }

    private static FrameRow listed(String domain) {
        return new FrameRow(domain, "list", "nl", null, null, 1L);
    }

    @SafeVarargs
    private FrameFiles frame(List<FrameRow>... files) {
        DirectoryStore store = new DirectoryStore(folder);
        Manifest empty = new Manifest(
                TestCrawl.DATE,
                Pki.NOW,
                new Manifest.Program("mxcensus", "1", "unknown"),
                1,
                Map.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of());
        ReleaseFiles names = ReleaseFiles.startedAt(TestCrawl.DATE, Pki.NOW);
        List<Manifest.TableFile> published = new ArrayList<>();
        for (List<FrameRow> rows : files) {
            try (TableWriter<FrameRow> writer = new TableWriter<>(Table.FRAME, store, names, published.size())) {
                rows.forEach(writer::write);
                published.addAll(writer.finish());
            }
        }
        return FrameFiles.of(new CrawlTables(store, empty.withFiles(published), names));
    }

    private static JudgedDomainRow row(String domain, String... ns) {
        JudgedDomainRow.Text none = new JudgedDomainRow.Text(RecordStatus.ABSENT, null, null);
        return new JudgedDomainRow(
                domain,
                Pki.NOW,
                MxStatus.NO_MAIL,
                Security.INSECURE,
                null,
                List.of(),
                null,
                none,
                new JudgedDomainRow.Policy(PolicyStatus.NOT_ASKED, null, null, null, null, null, null, List.of()),
                none,
                Arrays.asList(ns));
    }
}
