package org.mxcensus.dashboard.census;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that is worked out anew when there is another edition. Safe for use by several threads.
final class PerEdition<T> {
    private String edition = "";
    private Optional<T> known = Optional.empty();

    /// @param newest the edition that there is now
    synchronized T of(String newest, Supplier<T> work) {
        if (!edition.equals(newest)) {
            known = Optional.empty();
        }
        T value = known.orElseGet(work);
        known = Optional.of(value);
        edition = newest;
        return value;
    }
}
