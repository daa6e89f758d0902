package org.mxcensus.analyzer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.GeneratedCrawl;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;

class ReleaseImportTest {

    @TempDir
    Path folder;

    private Path release;
    private DirectoryStore store;

    @BeforeEach
    void twoCrawls() {
        store = new DirectoryStore(folder.resolve("data"));
        GeneratedCrawl.evaluated(store, TestCrawl.DATE, 150);
        GeneratedCrawl.evaluated(store, TestCrawl.DATE.plusMonths(1), 150);
        release = folder.resolve("release");
    }

    @Test
    void whatWasExportedAndImportedHasTheSameFigures() throws IOException {
        export(store, release, Tier.FULL);
        DirectoryStore other = new DirectoryStore(folder.resolve("other"));

        assertThat(ReleaseImport.run(other, release, Pki.NOW.plusSeconds(60)))
                .containsExactly(TestCrawl.DATE, TestCrawl.DATE.plusMonths(1));

        Path again = folder.resolve("again");
        export(other, again, Tier.FULL);
        assertThat(ReleasedCsv.lines(again))
                .hasSizeGreaterThan(100)
                .isEqualTo(ReleasedCsv.lines(release))
                .anySatisfy(line -> assertThat(line).startsWith(TestCrawl.DATE + ",all,"))
                .anySatisfy(line -> assertThat(line).startsWith(TestCrawl.DATE.plusMonths(1) + ",all,"));
    }

    @Test
    void aReleaseWithoutItsEvidenceIsRefused() {
        export(store, release, Tier.DOMAINS);
        assertThatThrownBy(() -> ReleaseImport.run(new DirectoryStore(folder.resolve("other")), release, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("tier domains");
    }

    @Test
    void aDamagedReleaseIsRefused() throws IOException {
        export(store, release, Tier.FULL);
        Path csv = ReleasedCsv.files(release).getLast();
        Files.delete(csv);
        assertThatThrownBy(() -> ReleaseImport.run(new DirectoryStore(folder.resolve("other")), release, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(release.relativize(csv).toString());
    }

    @Test
    void aCrawlThatIsThereIsNotReplaced() {
        export(store, release, Tier.FULL);
        assertThatThrownBy(() -> ReleaseImport.run(store, release, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("already");
    }

    private static void export(DirectoryStore from, Path to, Tier tier) {
        Export.run(from, to, ExportConfig.of(tier), new ExportProgress());
    }
}
