package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;

/// Whether figures are counted again.
class CountedOnceTest {

    @TempDir
    Path folder;

    @Test
    void whatWasCountedStaysAsItIs() {
        DirectoryStore store = new DirectoryStore(folder);
        new RandomVerdicts(new Random(1)).write(store, TestCrawl.DATE);
        Manifest counted = Stats.run(store, TestCrawl.DATE, Pki.NOW);

        assertThat(Stats.run(store, TestCrawl.DATE, Pki.NOW.plusSeconds(60))).isEqualTo(counted);
    }

    @Test
    void otherVerdictsAreCountedAnew() {
        DirectoryStore store = new DirectoryStore(folder);
        Manifests manifests = new Manifests(store);
        new RandomVerdicts(new Random(2)).write(store, TestCrawl.DATE);
        List<Manifest.TableFile> figures = adoption(Stats.run(store, TestCrawl.DATE, Pki.NOW));
        new RandomVerdicts(new Random(3)).write(store, TestCrawl.DATE);
        Manifest judged = manifests.find(TestCrawl.DATE).orElseThrow();
        manifests.publish(judged.withFiles(
                Stream.concat(judged.files().stream(), figures.stream()).toList()));

        Manifest counted = Stats.run(store, TestCrawl.DATE, Pki.NOW.plusSeconds(60));

        assertThat(adoption(counted)).isNotEmpty().doesNotContainAnyElementsOf(figures);
    }

    private static List<Manifest.TableFile> adoption(Manifest manifest) {
        return manifest.files().stream()
                .filter(file -> file.table().equals(Stats.ADOPTION))
                .toList();
    }
}
