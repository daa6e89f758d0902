package org.mxcensus.analyzer.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.GeneratedCrawl;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.publish.Withheld;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

class PurgeTest {
    private static final LocalDate SECOND = TestCrawl.DATE.plusMonths(1);

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeAll
    static void twoCrawls() {
        GeneratedCrawl.evaluated(new DirectoryStore(made), TestCrawl.DATE, 200);
        GeneratedCrawl.evaluated(new DirectoryStore(made), SECOND, 200);
    }

    @BeforeEach
    void aCopyOfThem() throws IOException {
        store = new DirectoryStore(folder);
        for (String file : new DirectoryStore(made).list("")) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(made.resolve(file), copy);
        }
    }

    @Test
    void afterwardsNoFileSaysADomain() throws Exception {
        DomainRow row = released(Table.DOMAINS, TestCrawl.DATE).getFirst();
        long domains = frame(TestCrawl.DATE);
        assertThat(whoSays(row.domain())).isNotEmpty();

        Purged done = Purge.run(store, row.domain(), Pki.NOW.plusSeconds(60), _ -> {});

        assertThat(whoSays(row.domain())).isEmpty();
        assertThat(done.crawls()).isEqualTo(2);
        assertThat(done.rowsRemoved()).isGreaterThanOrEqualTo(6);
        assertThat(frame(TestCrawl.DATE)).isEqualTo(domains - 1);
        assertThat(released(Table.DOMAIN_VERDICTS, SECOND)).hasSize(199);
    }

    @Test
    void afterwardsNoFileSaysAHostAndItsDomainsAreStillThere() throws Exception {
        String host = released(Table.DOMAINS, TestCrawl.DATE).stream()
                .flatMap(row -> row.mx().stream())
                .findFirst()
                .orElseThrow()
                .host();
        long domains = frame(TestCrawl.DATE);

        Purged done = Purge.run(store, host, Pki.NOW.plusSeconds(60), _ -> {});

        assertThat(whoSays(host)).isEmpty();
        assertThat(done.rowsChanged()).isPositive();
        assertThat(frame(TestCrawl.DATE)).isEqualTo(domains);
        assertThat(released(Table.DOMAINS, TestCrawl.DATE))
                .hasSize(200)
                .anySatisfy(row ->
                        assertThat(row.mx()).extracting(DomainRow.Mx::host).contains(Withheld.PLACEHOLDER));
    }

    @Test
    void theLogSaysWhenAndHowMuchAndNotWhom() throws IOException {
        String domain = released(Table.DOMAINS, TestCrawl.DATE).getFirst().domain();

        Purge.run(store, domain, Pki.NOW.plusSeconds(60), _ -> {});
        Purge.run(store, domain, Pki.NOW.plusSeconds(120), _ -> {});

        List<String> lines = Files.readAllLines(store.local(Purge.LOG));
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("rows_removed").doesNotContain(domain);
        assertThat(lines.getLast()).contains("\"files\":0", "\"rows_removed\":0");
    }

    @Test
    void manifestsListWhatIsThereAndFiguresAddUp() throws IOException {
        String domain = released(Table.DOMAINS, TestCrawl.DATE).getFirst().domain();
        Manifest before = new Manifests(store).find(TestCrawl.DATE).orElseThrow();

        Purge.run(store, domain, Pki.NOW.plusSeconds(60), _ -> {});

        Manifest after = new Manifests(store).find(TestCrawl.DATE).orElseThrow();
        assertThat(after.files())
                .extracting(Manifest.TableFile::table)
                .containsAll(
                        before.files().stream().map(Manifest.TableFile::table).toList());
        assertThat(after.counts()).containsEntry("domains", before.counts().get("domains") - 1);
        assertThat(after.sources().getFirst().domains())
                .isEqualTo(before.sources().getFirst().domains() - 1);
        for (Manifest.TableFile file : after.files()) {
            assertThat(ParquetFiles.rows(store.local(file.path()))).isEqualTo(file.rows());
        }
        assertThat(store.list("domains"))
                .isEqualTo(Stream.of(TestCrawl.DATE, SECOND)
                        .flatMap(crawl -> new Manifests(store).find(crawl).orElseThrow().paths("domains").stream())
                        .toList());
        assertThat(Stats.run(store, TestCrawl.DATE, Pki.NOW.plusSeconds(200))).isEqualTo(after);
    }

    @Test
    void textsThatSayTheNameAreNamed() throws IOException {
        String domain = released(Table.DOMAINS, TestCrawl.DATE).getFirst().domain();
        Files.writeString(folder.resolve("mxcensus.log"), "slow: www." + domain + ".\n");

        assertThat(Remains.of(store, domain)).containsExactly("mxcensus.log");
    }

    @Test
    void aTopLevelDomainIsNotPurged() {
        assertThatThrownBy(() -> Purge.name("nl")).isInstanceOf(UserError.class);
        assertThat(Purge.name("Example.ORG.")).isEqualTo("example.org");
    }

    private <R extends Record> List<R> released(Table<R> table, LocalDate crawl) {
        return new Manifests(store)
                .find(crawl).orElseThrow().paths(table.name()).stream()
                        .flatMap(path -> rows(table, path))
                        .toList();
    }

    private <R extends Record> Stream<R> rows(Table<R> table, String path) {
        try (Stream<R> rows = ParquetFiles.read(table, store.local(path))) {
            return rows.toList().stream();
        }
    }

    /// How many domains the figures are of.
    private long frame(LocalDate crawl) throws SQLException {
        try (Connection trends = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("trends.duckdb"));
                Statement statement = trends.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT frame FROM adoption WHERE scope = 'all' AND weighting = 'domains' AND crawl = '%s'"
                                .formatted(crawl))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Every file that says the name: rows of every Parquet file, whether it is listed or not, and the bytes of all
    /// others.
    private List<String> whoSays(String name) throws IOException {
        return store.list("").stream().filter(file -> says(file, name)).toList();
    }

    private boolean says(String file, String name) {
        Stream<Table<?>> tables = Stream.concat(Table.OBSERVED.stream(), Table.JUDGED.stream());
        return tables.filter(table -> file.endsWith(".parquet") && file.contains(table.name() + "/"))
                .findFirst()
                .map(table -> rows(table, file).anyMatch(row -> text(row).contains(name)))
                .orElseGet(() -> bytes(file).contains(name));
    }

    private static String text(Record row) {
        String der = row instanceof CertificateRow certificate
                ? new String(certificate.der().getBytes(), StandardCharsets.ISO_8859_1)
                : "";
        return (row + der).toLowerCase(Locale.ROOT);
    }

    private String bytes(String file) {
        try {
            return Files.readString(store.local(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Work files too: a crawl is finished again from them.
    @Test
    void workFilesAreRewrittenToo() {
        String domain = released(Table.DOMAINS, TestCrawl.DATE).getFirst().domain();
        assertThat(new WorkFiles(store, TestCrawl.DATE).parts(Table.DOMAINS)).isNotEmpty();

        Purge.run(store, domain, Pki.NOW.plusSeconds(60), _ -> {});

        assertThat(new WorkFiles(store, TestCrawl.DATE)
                        .parts(Table.DOMAINS).stream().flatMap(part -> rows(Table.DOMAINS, part)))
                .hasSize(199)
                .noneMatch(row -> row.domain().equals(domain));
    }
}
