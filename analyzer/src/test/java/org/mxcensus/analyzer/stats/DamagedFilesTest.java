package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.verdict.JudgeCrawl;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// What is broken or missing is told in one sentence, and nothing that was published is lost.
class DamagedFilesTest {

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void aCrawl() {
        store = new DirectoryStore(folder);
        new TestCrawl()
                .frame("zone", "a.nl")
                .domain(Seen.domain("a.nl", Seen.mx(Security.SECURE, "mx.a.nl")))
                .write(store, TestCrawl.DATE, 0);
    }

    @Test
    void aDamagedPart() throws IOException {
        Manifest before = TestCrawl.evaluate(store, TestCrawl.DATE);
        cut(new WorkFiles(store, TestCrawl.DATE).parts(Table.DOMAINS).getFirst());

        assertThatThrownBy(() -> Finish.run(store, TestCrawl.DATE, TestCrawl.input(Pki.NOW)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("part-00000")
                .hasMessageNotContaining("\n");
        assertThat(new Manifests(store).find(TestCrawl.DATE)).contains(before);
    }

    @Test
    void aDamagedTable() throws IOException {
        Manifest manifest = Finish.run(store, TestCrawl.DATE, TestCrawl.input(Pki.NOW));
        cut(manifest.paths("domains").getFirst());

        assertThatThrownBy(() -> JudgeCrawl.run(store, TestCrawl.DATE, TestCrawl.roots(), TestCrawl.PROVIDERS, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("domains/");
    }

    @Test
    void damagedVerdicts() throws IOException {
        Manifest manifest = TestCrawl.evaluate(store, TestCrawl.DATE);
        cut(manifest.paths("domain_verdicts").getFirst());

        assertThatThrownBy(() -> Stats.run(store, TestCrawl.DATE, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("domain_verdicts/");
    }

    @Test
    void aMissingTable() {
        Manifest manifest = TestCrawl.evaluate(store, TestCrawl.DATE);
        store.delete(manifest.paths("frame").getFirst());

        assertThatThrownBy(() -> Stats.run(store, TestCrawl.DATE, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("frame/");
    }

    @Test
    void stepsInTheWrongOrder() {
        assertThatThrownBy(() -> Stats.run(store, TestCrawl.DATE, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("mxcensus judge");
        assertThatThrownBy(() -> JudgeCrawl.run(store, TestCrawl.DATE, TestCrawl.roots(), TestCrawl.PROVIDERS, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("mxcensus finish");
        assertThat(TrendsStore.open(store)).isEmpty();
    }

    private void cut(String name) throws IOException {
        byte[] whole = Files.readAllBytes(store.local(name));
        Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length / 2));
    }
}
