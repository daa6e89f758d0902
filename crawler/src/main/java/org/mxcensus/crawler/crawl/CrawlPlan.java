package org.mxcensus.crawler.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.WorkFiles;

/// What a crawl was begun with. It is written when the frame is complete, and never changes afterwards: chunks
/// keep their extents, and who goes on with the crawl measures the same frame.
///
/// @param chunkSize messages in a chunk
/// @param frameParts how many parts table frame has
/// @param frameRows how many rows they have
/// @param sources what was read
/// @param configuration settings that a reader of the dataset would want to know
public record CrawlPlan(
        int chunkSize,
        int frameParts,
        long frameRows,
        List<Manifest.Source> sources,
        Map<String, String> configuration) {
    private static final String FILE = "plan.json";

    /// The plan of a crawl; empty where it has not been begun, or its frame is not complete.
    public static Optional<CrawlPlan> find(WorkFiles files) {
        String name = files.named(FILE);
        if (!files.store().exists(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Manifests.JSON.readValue(Files.readAllBytes(files.store().local(name)), CrawlPlan.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes it; from now on the crawl has begun.
    public void publish(WorkFiles files) {
        Path local = files.store().scratch(FILE);
        try {
            Files.write(local, Manifests.JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.store().publish(local, files.named(FILE));
    }
}
