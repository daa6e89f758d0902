package org.mxcensus.datasets.store.s3;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What the storage has shown lately, so that a dashboard does not ask the same for every page. Nothing is remembered
/// where the span is zero, as for whoever takes part in a crawl.
///
/// @param span for how long it is believed
record Memory(Duration span, Clock clock, Map<String, Seen> objects, Map<String, Listed> folders) {

    /// @param sighting empty where there was no such object
    record Seen(Instant at, Optional<Sighting> sighting) {}

    record Listed(Instant at, SortedMap<String, Sighting> objects) {}

    Memory(Duration span, Clock clock) {
        this(span, clock, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    Optional<Sighting> look(String name, Function<String, Optional<Sighting>> asking) {
        Seen seen = objects.get(name);
        if (seen != null && isFresh(seen.at())) {
            return seen.sighting();
        }
        Instant now = clock.instant();
        Optional<Sighting> sighting = asking.apply(name);
        remember(name, new Seen(now, sighting));
        return sighting;
    }

    SortedMap<String, Sighting> list(String folder, Function<String, SortedMap<String, Sighting>> asking) {
        Listed listed = folders.get(folder);
        if (listed != null && isFresh(listed.at())) {
            return listed.objects();
        }
        Instant now = clock.instant();
        SortedMap<String, Sighting> found = asking.apply(folder);
        if (span.isPositive()) {
            folders.put(folder, new Listed(now, found));
        }
        found.forEach((name, sighting) -> remember(name, new Seen(now, Optional.of(sighting))));
        return found;
    }

    private void remember(String name, Seen seen) {
        if (span.isPositive()) {
            objects.put(name, seen);
        }
    }

    private boolean isFresh(Instant at) {
        return at.plus(span).isAfter(clock.instant());
    }

    /// After a change of our own.
    void clear() {
        objects.clear();
        folders.clear();
    }
}
