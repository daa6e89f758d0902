package org.mxcensus.analyzer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                .anySatisfy(line -> assertThat(line).endsWith("  adoption.csv"))
                .anySatisfy(line -> assertThat(line).endsWith("  manifests/crawl=2026-03-01.json"));
    }

    @Test
    void theFiguresOfAllCrawlsComeAsCsv() throws IOException {
        export(store);

        assertThat(Files.readAllLines(out.resolve("adoption.csv")))
                .startsWith(
                        "crawl,scope,source,tld,provider,provider_group,dns_operator,issuer,weighting,metric,frame,numerator,denominator,unmeasured")
                .contains("2026-03-01,tld,,nl,,,,,domains,mail,2,0,0,2");
    }

    @Test
    void aReleaseIsBroughtUpToDate() throws IOException {
        export(store);
        String before = Files.readString(out.resolve("SHA256SUMS"));
        new TestCrawl().frame("zone", "a.nl").write(store, TestCrawl.DATE.plusMonths(1), 0);
        TestCrawl.evaluate(store, TestCrawl.DATE.plusMonths(1));
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
