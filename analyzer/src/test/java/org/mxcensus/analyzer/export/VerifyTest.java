package org.mxcensus.analyzer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.UserError;

class VerifyTest {

    @TempDir
    Path folder;

    private Path release;
    private String smtp;

    @BeforeEach
    void aRelease() {
        DirectoryStore store = new DirectoryStore(folder.resolve("data"));
        new TestCrawl().frame("zone", "a.nl", "b.nl").write(store, TestCrawl.DATE, 0);
        TestCrawl.evaluate(store, TestCrawl.DATE);
        release = folder.resolve("release");
        Manifest manifest = Export.run(store, release, ExportConfig.of(Tier.FULL), new ExportProgress())
                .getFirst();
        smtp = manifest.paths("smtp").getFirst();
    }

    @Test
    void aWholeReleaseHasNoFaults() {
        assertThat(Verify.of(release)).isEmpty();
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(release.resolve(smtp));
        assertThat(faults()).containsExactly("MISSING " + smtp);
    }

    @Test
    void anExtraFileIsNamed() throws IOException {
        Files.writeString(release.resolve("notes.txt"), "mine");
        assertThat(faults()).containsExactly("EXTRA notes.txt");
    }

    @Test
    void aTruncatedFileIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(release.resolve(smtp));
        Files.write(release.resolve(smtp), Arrays.copyOf(whole, whole.length - 10));
        assertThat(faults()).containsExactly("TRUNCATED " + smtp);
    }

    @Test
    void aTamperedFileIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(release.resolve(smtp));
        bytes[bytes.length / 2] ^= 1;
        Files.write(release.resolve(smtp), bytes);
        Path csv = ReleasedCsv.files(release).getFirst();
        Files.writeString(csv, "crawl\n");
        assertThat(faults()).containsExactly("CHANGED " + release.relativize(csv), "CHANGED " + smtp);
    }

    @Test
    void aFileThatWasReplacedWithItsDigestIsContradictedByTheManifest() throws IOException {
        Path other = release.resolve(smtp);
        Files.writeString(other, "no Parquet at all, but of a length that leaves nothing wanting. ".repeat(200));
        String sums = Files.readString(release.resolve("SHA256SUMS"))
                .replaceAll("[0-9a-f]{64}  " + smtp, Checksums.sha256(other) + "  " + smtp);
        Files.writeString(release.resolve("SHA256SUMS"), sums);
        assertThat(faults()).containsExactly("CONTRADICTED " + smtp, "UNREADABLE " + smtp);
    }

    @Test
    void mixedVersionsAreNamed() throws IOException {
        Path manifest = release.resolve("manifests/crawl=2026-03-01.json");
        String text = Files.readString(manifest);
        Files.writeString(
                release.resolve("manifests/crawl=2026-04-01.json"),
                text.replace("\"crawl\" : \"2026-03-01\"", "\"crawl\" : \"2026-04-01\"")
                        .replaceAll("\"schema_version\" : \\d+", "\"schema_version\" : 1"));
        relist();

        assertThat(faults())
                .contains(
                        "MIXED_VERSIONS manifests/crawl=2026-03-01.json",
                        "MIXED_VERSIONS manifests/crawl=2026-04-01.json",
                        "MIXED_VERSIONS " + smtp);
    }

    private void relist() throws IOException {
        List<String> lines = ExportDirectory.names(release).stream()
                .filter(name -> !name.equals("SHA256SUMS"))
                .map(name -> Checksums.sha256(release.resolve(name)) + "  " + name)
                .toList();
        Files.write(release.resolve("SHA256SUMS"), lines);
    }

    @Test
    void aDirectoryWithoutReleaseIsRefused() {
        assertThatThrownBy(() -> Verify.of(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("SHA256SUMS");
    }

    private List<String> faults() {
        return Verify.of(release).stream()
                .map(fault -> fault.kind() + " " + fault.file())
                .toList();
    }
}
