package org.mxcensus.datasets.records;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mxcensus.datasets.observation.RecordOutcome;

/// The rule that all four TXT formats share: discard what is something else, then exactly one must remain.
final class Selection {
    private Selection() {}

    static <T> RecordOutcome<T> exactlyOne(
            List<String> texts, Predicate<String> candidate, Function<String, RecordOutcome<T>> parse) {
        var candidates = texts.stream().filter(candidate).toList();
        return switch (candidates.size()) {
            case 0 -> new RecordOutcome.Absent<>();
            case 1 -> parse.apply(candidates.getFirst());
            default -> new RecordOutcome.Multiple<>(candidates);
        };
    }
}
