package org.mxcensus.analyzer.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mxcensus.datasets.store.Manifest;

/// The MX hosts that were looked up lately, since a few of them serve most domains. What is known of a crawl lasts as
/// long as its manifest does. Safe for use by several threads.
final class LatelySeenHosts {
    /// Of a crawl. Each is a few certificates and addresses, some ten kilobytes.
    private static final int HOSTS = 2_000;

    private final Cache<Manifest, Cache<String, HostEvidence>> crawls =
            Caffeine.newBuilder().weakKeys().build();

    /// The hosts of these names, in their order.
    ///
    /// @param look finds those that nobody has looked up lately
    List<HostEvidence> of(Manifest crawl, List<String> names, Function<List<String>, List<HostEvidence>> look) {
        Map<String, HostEvidence> found = crawls.get(
                        crawl, _ -> Caffeine.newBuilder().maximumSize(HOSTS).build())
                .getAll(
                        names,
                        missing -> look.apply(List.copyOf(missing)).stream()
                                .collect(Collectors.toMap(HostEvidence::host, host -> host)));
        return names.stream().map(found::get).toList();
    }
}
