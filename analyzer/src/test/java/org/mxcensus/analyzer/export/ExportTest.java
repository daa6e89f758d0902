package org.mxcensus.analyzer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.UserError;

class ExportTest {

    @TempDir
    Path folder;

    private DirectoryStore store;
    private Path out;
    private Manifest manifest;

    @BeforeEach
    void aCrawl() {
        store = new DirectoryStore(folder.resolve("data"));
        out = folder.resolve("release");
        new TestCrawl().frame("zone", "a.nl", "b.nl").write(store, TestCrawl.DATE, 0);
        manifest = TestCrawl.evaluate(store, TestCrawl.DATE);
    }

    private List<Manifest> export(DirectoryStore from) {
        return Export.run(from, out, ExportConfig.of(Tier.FULL), new ExportProgress());
    }

    private void aSecondCrawl() {
        new TestCrawl().frame("zone", "a.nl").write(store, TestCrawl.DATE.plusMonths(1), 0);
        TestCrawl.evaluate(store, TestCrawl.DATE.plusMonths(1));
    }

    @Test
    void aReleaseStandsOnItsOwn() throws IOException {
        export(store);

        Manifest released =
                new Manifests(new DirectoryStore(out)).find(TestCrawl.DATE).orElseThrow();
        assertThat(released.counts()).isEqualTo(manifest.counts());
        assertThat(released.configuration()).containsEntry("export_tier", "full");
        assertThat(released.files())
                .extracting(Manifest.TableFile::table)
                .contains("frame", "domains", "mx_hosts", "smtp", "certificates", "domain_verdicts", "adoption");
        for (String line : Files.readAllLines(out.resolve("SHA256SUMS"))) {
            assertThat(Checksums.sha256(out.resolve(line.substring(66)))).isEqualTo(line.substring(0, 64));
        }
        assertThat(Files.readAllLines(out.resolve("SHA256SUMS")))
                .anySatisfy(line -> assertThat(line).contains("  csv/adoption/crawl=2026-03-01/"))
                .anySatisfy(line -> assertThat(line).endsWith("  manifests/crawl=2026-03-01.json"));
    }

    @Test
    void theFiguresOfACrawlComeAsCsv() throws IOException {
        export(store);

        assertThat(ReleasedCsv.lines(out))
                .startsWith(
                        "crawl,scope,source,tld,provider,provider_group,dns_operator,issuer,weighting,metric,frame,numerator,denominator,unmeasured")
                .contains("2026-03-01,tld,,nl,,,,,domains,mail,2,0,0,2");
    }

    @Test
    void theFiguresOfAllCrawlsAreReadFromTheirFilesTogether() throws IOException, SQLException {
        aSecondCrawl();
        export(store);

        Map<String, Long> rows = new TreeMap<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet crawls = duckdb.createStatement()
                        .executeQuery(
                                "SELECT crawl::VARCHAR, count(*) FROM read_csv('%s/csv/adoption/*/*.csv.gz') GROUP BY ALL"
                                        .formatted(out))) {
            while (crawls.next()) {
                rows.put(crawls.getString(1), crawls.getLong(2));
            }
        }

        List<Path> files = ReleasedCsv.files(out);
        assertThat(files).hasSize(2);
        assertThat(rows)
                .isEqualTo(Map.of(
                        "2026-03-01", ReleasedCsv.unpacked(files.getFirst()).size() - 1L,
                        "2026-04-01", ReleasedCsv.unpacked(files.getLast()).size() - 1L))
                .doesNotContainValue(0L);
    }

    @Test
    void aFurtherCrawlLeavesTheFilesOfTheFirstAlone() throws IOException {
        ExportConfig withJsonLines = new ExportConfig(Tier.FULL, 1, true, Optional.empty(), "me");
        Export.run(store, out, withJsonLines, new ExportProgress());
        for (Path file : dataOfTheFirst()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        }
        Map<Path, String> before = identities();
        aSecondCrawl();

        Export.run(store, out, withJsonLines, new ExportProgress());

        assertThat(identities())
                .isEqualTo(before)
                .containsKey(ReleasedCsv.files(out).getFirst());
        assertThat(ReleasedCsv.files(out)).hasSize(2);
    }

    private List<Path> dataOfTheFirst() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().endsWith("crawl=2026-03-01"))
                    .toList();
        }
    }

    /// By which one tells whether a file was written again.
    private Map<Path, String> identities() throws IOException {
        Map<Path, String> identities = new TreeMap<>();
        for (Path file : dataOfTheFirst()) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            identities.put(
                    file,
                    "%s %s %s".formatted(attributes.fileKey(), attributes.lastModifiedTime(), Checksums.sha256(file)));
        }
        return identities;
    }

    @Test
    void aCsvThatIsLostIsMadeAgain() throws IOException {
        export(store);
        Path csv = ReleasedCsv.files(out).getFirst();
        byte[] whole = Files.readAllBytes(csv);
        Files.delete(csv);

        export(store);

        assertThat(csv).hasBinaryContent(whole);
    }

    /// As earlier versions of the program made it: the figures of all crawls in one file.
    @Test
    void aReleaseWithOneCsvOfAllCrawlsIsBroughtUpToDate() throws IOException {
        export(store);
        Path csv = ReleasedCsv.files(out).getFirst();
        Path together = Files.write(out.resolve("adoption.csv"), ReleasedCsv.unpacked(csv));
        Files.delete(csv);
        Path sums = out.resolve("SHA256SUMS");
        Files.write(
                sums,
                Stream.concat(
                                Files.readAllLines(sums).stream().filter(line -> !line.contains("  csv/")),
                                Stream.of(Checksums.sha256(together) + "  adoption.csv"))
                        .toList());
        assertThat(Verify.of(out)).isEmpty();

        export(store);

        assertThat(together).doesNotExist();
        assertThat(ReleasedCsv.files(out)).containsExactly(csv);
        assertThat(Verify.of(out)).isEmpty();
    }

    @Test
    void whatIsOfAnEarlierVersionOfTheTablesIsMadeAgain() throws IOException {
        export(store);
        Manifest.TableFile frame = manifest.files().stream()
                .filter(file -> file.table().equals("frame"))
                .findFirst()
                .orElseThrow();
        Path released = out.resolve(frame.path());
        Path sums = out.resolve("SHA256SUMS");
        String listed = Checksums.sha256(released);
        ExportConfig config = ExportConfig.of(Tier.FULL);
        ReleasedTable.find("frame")
                .orElseThrow()
                .write(
                        store.local(frame.path()),
                        released,
                        config,
                        Map.of("origin", config.origin(frame.sha256()), "schema_version", "1"));
        Files.writeString(sums, Files.readString(sums).replace(listed, Checksums.sha256(released)));

        export(store);

        assertThat(Checksums.sha256(released)).isEqualTo(listed);
        assertThat(Verify.of(out)).isEmpty();
    }

    @Test
    void aReleaseIsBroughtUpToDate() throws IOException {
        export(store);
        String before = Files.readString(out.resolve("SHA256SUMS"));
        aSecondCrawl();
        store.delete("manifests/crawl=2026-03-01.json");

        export(store);

        assertThat(Files.readString(out.resolve("SHA256SUMS")))
                .isNotEqualTo(before)
                .doesNotContain("crawl=2026-03-01");
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(Files::isRegularFile).map(out::relativize).map(Path::toString))
                    .noneMatch(name -> name.contains("crawl=2026-03-01"));
        }
    }

    @Test
    void aDirectoryOfSomebodyElseIsLeftAlone() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.tex"), "mine");

        assertThatThrownBy(() -> export(store))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("thesis.tex")
                .hasMessageContaining("--out");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.toList()).isEqualTo(List.of(out.resolve("thesis.tex")));
        }
    }

    @Test
    void aDamagedFileIsNotReleased() throws IOException {
        Path file = store.local(manifest.paths("frame").getFirst());
        Files.write(file, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> export(store)).isInstanceOf(UserError.class).hasMessageContaining("frame/");
    }

    @Test
    void withoutFiguresThereIsNothingToRelease() {
        assertThatThrownBy(() -> export(new DirectoryStore(folder.resolve("empty"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("mxcensus stats");
    }
}
