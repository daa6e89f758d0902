package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.RecordOutcome;

/// What asking for TXT records gave.
///
/// @param failure why the look-up failed; null unless it did
/// @param texts each record, its strings joined; none where the name or the type does not exist
public record Txt(@Nullable DnsFailure failure, List<String> texts) {
    public Txt {
        texts = Given.list(texts);
    }

    <T> RecordOutcome<T> select(Function<List<String>, RecordOutcome<T>> rule) {
        return failure == null ? rule.apply(texts) : new RecordOutcome.Unmeasured<>(failure);
    }
}
