package org.mxcensus.crawler.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mxcensus.crawler.source.Sample;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// What a crawl was begun with. It is written when the frame is complete, and never changes afterwards: chunks
/// keep their extents, and who goes on with the crawl measures the same frame.
///
/// @param id tells this crawl from any other of the same date
/// @param partitions of each queue; a crawl in one process has one
/// @param distributed whether its queues live in a broker, and workers take part
/// @param chunkSize messages in a chunk
/// @param frameParts how many parts table frame has
/// @param frameRows how many rows they have
/// @param sources what was read
/// @param configuration settings that a reader of the dataset would want to know
public record CrawlPlan(
        String id,
        int partitions,
        boolean distributed,
        int chunkSize,
        int frameParts,
        long frameRows,
        List<Manifest.Source> sources,
        Map<String, String> configuration) {
    private static final String FILE = "plan.json";

    /// The plan of a crawl whose queues live in one process.
    public static CrawlPlan inOneProcess(
            int chunkSize,
            int frameParts,
            long frameRows,
            List<Manifest.Source> sources,
            Map<String, String> configuration) {
        return new CrawlPlan(
                UUID.randomUUID().toString(), 1, false, chunkSize, frameParts, frameRows, sources, configuration);
    }

    /// The plan of a crawl; empty where it has not been begun, or its frame is not complete.
    public static Optional<CrawlPlan> find(WorkFiles files) {
        String name = files.named(FILE);
        if (!files.store().exists(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Files.readAllBytes(files.store().local(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes it; from now on the crawl has begun.
    public void publish(WorkFiles files) {
        files.store().publish(json(), files.named(FILE));
    }

    /// Whether table frame tells the name servers of every domain: those of a zone file do.
    boolean knowsDelegations() {
        return sources.stream().allMatch(source -> source.zoneSerial() != null);
    }

    /// As it stands in the file.
    byte[] json() {
        try {
            return Manifests.JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan is plain data", e);
        }
    }

    /// What [#json] wrote.
    static CrawlPlan of(byte[] json) throws IOException {
        return Manifests.JSON.readValue(json, CrawlPlan.class);
    }

    /// @throws UserError where the crawl was begun with other inputs, or another sample of them; none at all is fine
    void requireInputs(LocalDate date, List<SourceInput> inputs) {
        List<String> begun = sources.stream().map(Manifest.Source::sha256).toList();
        List<String> given =
                inputs.stream().map(SourceInput::file).map(Checksums::sha256).toList();
        if (!given.isEmpty() && !given.equals(begun)) {
            throw new UserError(
                    "The crawl of %s was begun with other inputs (%s); give these again, or another date with --crawl."
                            .formatted(
                                    date,
                                    String.join(
                                            ", ",
                                            sources.stream()
                                                    .map(Manifest.Source::input)
                                                    .toList())));
        }
        requireSample(date, inputs);
    }

    private void requireSample(LocalDate date, List<SourceInput> inputs) {
        List<Optional<Double>> given =
                inputs.stream().map(input -> input.sample().map(Sample::share)).toList();
        List<Optional<Double>> begun = sources.stream()
                .map(source -> Optional.ofNullable(source.sample()))
                .toList();
        if (!given.isEmpty() && !given.equals(begun)) {
            throw new UserError("The crawl of %s was begun with %s; give the same again, or another date with --crawl."
                    .formatted(
                            date,
                            begun.getFirst().map(share -> "--sample " + share).orElse("all domains and no --sample")));
        }
    }
}
