package org.mxcensus.analyzer.finish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mxcensus.datasets.store.Manifest;

/// What the manifest says of a crawl beside its files.
///
/// @param now when the crawl is finished; names the run
/// @param program the program that crawled
/// @param configuration what the crawl was run with
/// @param sources what was to be measured
/// @param versions of what the observations depend on, such as `public_suffix_list`
public record FinishInput(
        Instant now,
        Manifest.Program program,
        Map<String, String> configuration,
        List<Manifest.Source> sources,
        Map<String, String> versions) {
    public FinishInput {
        configuration = Map.copyOf(configuration);
        sources = List.copyOf(sources);
        versions = Map.copyOf(versions);
    }
}
