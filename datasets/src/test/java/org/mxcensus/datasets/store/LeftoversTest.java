package org.mxcensus.datasets.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final LocalDate CRAWL = LocalDate.of(2026, 3, 1);
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void onlyWhatIsNeitherListedNorRecentGoes() throws IOException {
        DirectoryStore store = new DirectoryStore(folder);
        Manifest.TableFile listed = publish(store, CRAWL, Duration.ofDays(9));
        Manifest.TableFile old = publish(store, CRAWL, Duration.ofDays(2));
        Manifest.TableFile recent = publish(store, CRAWL, Duration.ofHours(2));
        Manifest.TableFile ofAnother = publish(store, CRAWL.plusMonths(1), Duration.ofDays(2));
        Manifest manifest = new Manifest(
                CRAWL,
                NOW,
                new Manifest.Program("mxcensus", "1", "unknown"),
                1,
                Map.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(listed));

        Leftovers.sweep(store, manifest, Leftovers.tables(), NOW);

        assertThat(store.list("")).contains(listed.path(), recent.path(), ofAnother.path());
        assertThat(store.exists(old.path())).isFalse();
    }

    private static Manifest.TableFile publish(DirectoryStore store, LocalDate crawl, Duration ago) throws IOException {
        Path local = Files.writeString(store.scratch("file"), "content " + ago);
        return ReleaseFiles.startedAt(crawl, NOW.minus(ago)).publish(store, local, "domains", 0, 1);
    }
}
