package org.mxcensus.ledger;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A run's ledgers, added up.
///
/// @param passed tests that ran and held; every invocation of a parameterized test counts
/// @param failed tests that ran and did not hold
/// @param skipped the aborted and the disabled, each once
/// @param excluded how many tests each tag kept out of this tier
record Tally(long passed, long failed, List<Entry> skipped, Map<String, Long> excluded) {

    static Tally of(Collection<Entry> entries) {
        return new Tally(
                count(entries, Outcome.PASSED),
                count(entries, Outcome.FAILED),
                entries.stream()
                        .filter(e -> e.outcome() == Outcome.ABORTED || e.outcome() == Outcome.DISABLED)
                        .distinct()
                        .toList(),
                // The platform looks at a test more than once before it runs.
                entries.stream()
                        .filter(e -> e.outcome() == Outcome.EXCLUDED)
                        .distinct()
                        .collect(groupingBy(Entry::detail, TreeMap::new, counting())));
    }

    /// The closing line, such as `ledger: 412 passed, 0 failed, 1 skipped; not in this profile: endurance (7)`.
    String line() {
        String counts = "ledger: %d passed, %d failed, %d skipped".formatted(passed, failed, skipped.size());
        if (excluded.isEmpty()) {
            return counts;
        }
        return counts + "; not in this profile: "
                + excluded.entrySet().stream()
                        .map(tag -> tag.getKey() + " (" + tag.getValue() + ")")
                        .collect(joining(", "));
    }

    private static long count(Collection<Entry> entries, Outcome outcome) {
        return entries.stream().filter(e -> e.outcome() == outcome).count();
    }
}
