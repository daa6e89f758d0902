package org.mxcensus.datasets.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.RecordOutcome;

/// How a [RecordOutcome] is spread over the columns that all TXT records have.
///
/// @param value the parsed record; empty where there is no valid one
record RecordCells<T>(
        RecordStatus status,
        Optional<T> value,
        @Nullable String record,
        @Nullable String reason) {
    private static final String SEPARATOR = "\n";

    static <T> RecordCells<T> of(RecordOutcome<T> outcome) {
        return switch (outcome) {
            case RecordOutcome.Valid<T> v ->
                new RecordCells<>(RecordStatus.VALID, Optional.of(v.value()), v.text(), null);
            case RecordOutcome.Absent<T> a -> empty(RecordStatus.ABSENT, null);
            case RecordOutcome.Multiple<T> m ->
                new RecordCells<>(RecordStatus.MULTIPLE, Optional.empty(), String.join(SEPARATOR, m.texts()), null);
            case RecordOutcome.Malformed<T> m ->
                new RecordCells<>(RecordStatus.MALFORMED, Optional.empty(), m.text(), m.reason());
            case RecordOutcome.Unmeasured<T> u ->
                empty(RecordStatus.UNMEASURED, u.failure().name());
            case RecordOutcome.NotAsked<T> n -> empty(RecordStatus.NOT_ASKED, null);
        };
    }

    private static <T> RecordCells<T> empty(RecordStatus status, @Nullable String reason) {
        return new RecordCells<>(status, Optional.empty(), null, reason);
    }

    /// The outcome again. What was read is read anew, by the parser of today.
    ///
    /// @param select the parser
    static <T> RecordOutcome<T> outcome(
            RecordStatus status,
            @Nullable String record,
            @Nullable String reason,
            Function<List<String>, RecordOutcome<T>> select) {
        return switch (status) {
            case VALID, MALFORMED -> select.apply(List.of(Objects.requireNonNull(record, "record")));
            case ABSENT -> new RecordOutcome.Absent<>();
            case MULTIPLE ->
                new RecordOutcome.Multiple<>(
                        List.of(Objects.requireNonNull(record, "record").split(SEPARATOR)));
            case UNMEASURED ->
                new RecordOutcome.Unmeasured<>(DnsFailure.valueOf(Objects.requireNonNull(reason, "reason")));
            case NOT_ASKED -> new RecordOutcome.NotAsked<>();
        };
    }
}
