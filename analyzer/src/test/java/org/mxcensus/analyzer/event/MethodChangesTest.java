package org.mxcensus.analyzer.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;

class MethodChangesTest {

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void emptyStore() {
        store = new DirectoryStore(folder);
    }

    @Test
    void eachCrawlThatWasJudgedOrMeasuredByOtherMeansIsAnEvent() {
        crawl("2026-05-01", Map.of("judge", "3", "providers", "1", "previous", "none"), Map.of("hints", "false"));
        crawl("2026-06-01", Map.of("judge", "3", "providers", "1", "previous", "2026-05-01"), Map.of("hints", "false"));
        crawl("2026-07-01", Map.of("judge", "4", "providers", "2"), Map.of("hints", "false"));
        crawl("2026-08-01", Map.of("judge", "4", "providers", "2"), Map.of("hints", "true"));

        assertThat(MethodChanges.of(store))
                .containsExactly(
                        new DatedEvent(
                                "2026-07-01",
                                DatedEvent.Kind.METHOD,
                                "From this crawl on: judge 4, before it 3; providers 2, before it 1.",
                                "manifests/crawl=2026-07-01.json"),
                        new DatedEvent(
                                "2026-08-01",
                                DatedEvent.Kind.METHOD,
                                "From this crawl on: hints true, before it false.",
                                "manifests/crawl=2026-08-01.json"));
    }

    @Test
    void whatAManifestDoesNotTellIsNoChange() {
        crawl("2026-05-01", Map.of(), Map.of());
        crawl("2026-06-01", Map.of("judge", "4"), Map.of("vantage", "here"));

        assertThat(MethodChanges.of(store)).isEmpty();
    }

    private void crawl(String date, Map<String, String> versions, Map<String, String> configuration) {
        new Manifests(store)
                .publish(new Manifest(
                        LocalDate.parse(date),
                        Pki.NOW,
                        new Manifest.Program("mxcensus", "1", "unknown"),
                        1,
                        configuration,
                        List.of(),
                        new TreeMap<>(versions),
                        new TreeMap<>(),
                        List.of()));
    }
}
