package org.mxcensus.analyzer.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;

/// Two crawls of three hosts: one whose records stayed behind, one whose records ran ahead, and one that did well.
class RollOverTest {
    private static final LocalDate NOW = TestCrawl.DATE;
    private static final LocalDate BEFORE = NOW.minusMonths(1);
    private static final Identity ROOT = Pki.root("root");
    private static final Identity OLD = ROOT.issue(Form.server("*.example"));
    private static final Identity NEW = ROOT.issue(Form.server("*.example"));

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    @Test
    void theCrawlBeforeTellsWhichOfBothIsBehind() {
        crawl(BEFORE, Map.of("late", OLD, "early", OLD, "fine", OLD), Map.of("late", OLD, "early", OLD, "fine", OLD));
        Manifest now = roll();

        assertThat(causes(now))
                .containsEntry("late.example", DaneCause.ROLLOVER_LATE)
                .containsEntry("early.example", DaneCause.ROLLOVER_EARLY)
                .containsEntry("fine.example", null);
        assertThat(domainCauses(now))
                .containsEntry("of-late.example", DaneCause.ROLLOVER_LATE)
                .containsEntry("of-early.example", DaneCause.ROLLOVER_EARLY)
                .containsEntry("of-fine.example", null);
    }

    @Test
    void withoutOneNobodyCanTell() {
        assertThat(causes(roll()))
                .containsEntry("late.example", DaneCause.NO_MATCH)
                .containsEntry("early.example", DaneCause.NO_MATCH);
    }

    private Manifest roll() {
        return crawl(
                NOW, Map.of("late", OLD, "early", NEW, "fine", NEW), Map.of("late", NEW, "early", OLD, "fine", NEW));
    }

    /// @param published whose key the TLSA record of a host names
    /// @param shown what the host shows
    private Manifest crawl(LocalDate date, Map<String, Identity> published, Map<String, Identity> shown) {
        TestCrawl crawl = new TestCrawl().certificates(ROOT, OLD, NEW);
        shown.forEach((name, identity) -> {
            String host = name + ".example";
            crawl.frame("list", "of-" + host)
                    .domain(Seen.domain("of-" + host, Seen.mx(Security.SECURE, host)))
                    .host(Seen.host(host, Security.SECURE, Seen.found(host, Seen.tlsa(3, 1, 1, published.get(name)))))
                    .smtp(Seen.smtp(host, Seen.IP4, Seen.tls(identity, ROOT)));
        });
        crawl.write(store, date, 0);
        return TestCrawl.evaluate(store, date, ROOT);
    }

    private Map<String, @Nullable DaneCause> causes(Manifest manifest) {
        Map<String, @Nullable DaneCause> causes = new HashMap<>();
        rows(manifest, Table.HOST_VERDICTS).forEach(row -> causes.put(row.host(), row.daneCause()));
        return causes;
    }

    private Map<String, @Nullable DaneCause> domainCauses(Manifest manifest) {
        Map<String, @Nullable DaneCause> causes = new HashMap<>();
        rows(manifest, Table.DOMAIN_VERDICTS).forEach(row -> causes.put(row.domain(), row.daneCause()));
        return causes;
    }

    private <R extends Record> List<R> rows(Manifest manifest, Table<R> table) {
        try (Stream<R> rows =
                manifest.paths(table.name()).stream().flatMap(path -> ParquetFiles.read(table, store.local(path)))) {
            return rows.toList();
        }
    }
}
