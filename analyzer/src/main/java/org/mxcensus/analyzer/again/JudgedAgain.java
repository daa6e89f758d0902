package org.mxcensus.analyzer.again;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;

/// A crawl that was judged, and what has changed by it.
///
/// @param before its manifest before
/// @param after its manifest now
/// @param judged domains that were judged both times; none where the crawl had no verdicts
/// @param changed those of them at which something came out otherwise
/// @param changes what came out otherwise, by column, that about most domains first
/// @param added columns that were not compared, since the earlier verdicts lack them
public record JudgedAgain(
        Manifest before, Manifest after, long judged, long changed, List<Change> changes, List<String> added) {
    public JudgedAgain {
        changes = List.copyOf(changes);
        added = List.copyOf(added);
    }

    /// Whether there were no verdicts before.
    public boolean isFirst() {
        return before.paths(Table.DOMAIN_VERDICTS.name()).isEmpty();
    }

    /// What the verdicts depend on and has changed since, by name: `judge`, `trust_store`, …
    public SortedSet<String> changedVersions() {
        SortedSet<String> names = new TreeSet<>(after.versions().keySet());
        names.removeIf(name -> version(before.versions(), name).equals(version(after.versions(), name)));
        return names;
    }

    /// The version of something before and after, such as `3 -> 4`.
    public String versions(String name) {
        return version(before.versions(), name) + " -> " + version(after.versions(), name);
    }

    private static String version(SortedMap<String, String> versions, String name) {
        return ((Map<String, String>) versions).getOrDefault(name, "unknown");
    }
}
