package org.mxcensus.analyzer.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;

/// What changed in our method from one crawl of a dataset to the next, as their manifests say.
public final class MethodChanges {
    /// Of the versions: what verdicts rest on, and which kinds of address were reached.
    private static final List<String> VERSIONS =
            List.of("judge", "trust_store", "providers", "public_suffix_list", "families");
    /// Of the configuration: what decides whom and what is asked, and from where.
    private static final List<String> SETTINGS = List.of("implicit_mx", "hints", "vantage");

    private MethodChanges() {}

    /// An event for each crawl that was measured or judged by other means than the one before it.
    public static List<DatedEvent> of(Store store) {
        Manifests manifests = new Manifests(store);
        List<DatedEvent> events = new ArrayList<>();
        @Nullable SortedMap<String, String> before = null;
        for (Manifest crawl : manifests.crawls().stream()
                .flatMap(date -> manifests.find(date).stream())
                .toList()) {
            SortedMap<String, String> now = means(crawl);
            String changes = before == null ? "" : changes(before, now);
            if (!changes.isEmpty()) {
                events.add(new DatedEvent(
                        crawl.crawl().toString(),
                        DatedEvent.Kind.METHOD,
                        "From this crawl on: %s.".formatted(changes),
                        Manifests.name(crawl.crawl())));
            }
            before = now;
        }
        return events;
    }

    private static SortedMap<String, String> means(Manifest crawl) {
        SortedMap<String, String> means = new TreeMap<>();
        VERSIONS.forEach(name -> put(means, name, crawl.versions().get(name)));
        SETTINGS.forEach(name -> put(means, name, crawl.configuration().get(name)));
        return means;
    }

    private static void put(SortedMap<String, String> means, String name, @Nullable String value) {
        if (value != null) {
            means.put(name, value);
        }
    }

    private static String changes(SortedMap<String, String> before, SortedMap<String, String> now) {
        return Stream.concat(VERSIONS.stream(), SETTINGS.stream())
                // Of what one of the manifests does not tell nobody knows whether it changed.
                .filter(name -> before.containsKey(name) && now.containsKey(name))
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .map(name -> "%s %s, before it %s".formatted(name, now.get(name), before.get(name)))
                .collect(Collectors.joining("; "));
    }
}
