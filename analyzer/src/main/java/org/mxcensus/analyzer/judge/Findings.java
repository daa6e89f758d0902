package org.mxcensus.analyzer.judge;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.Finding;

/// Findings over several addresses or hosts.
final class Findings {
    private Findings() {}

    /// Whether an answer that was had is secure.
    static Finding secure(Security security) {
        return switch (security) {
            case SECURE -> Finding.YES;
            case INSECURE -> Finding.NO;
            case UNKNOWN -> Finding.UNMEASURED;
        };
    }

    /// NO as soon as one is NO, YES only if all are; those that do not apply are left out.
    ///
    /// @return empty where none applies
    static Optional<Finding> all(Stream<? extends @Nullable Finding> findings) {
        return findings.flatMap(Stream::ofNullable).map(Objects::requireNonNull).reduce(Finding::and);
    }

    /// YES as soon as one is YES, NO only if all are; those that do not apply are left out.
    static Optional<Finding> any(Stream<? extends @Nullable Finding> findings) {
        return findings.flatMap(Stream::ofNullable).map(Objects::requireNonNull).reduce(Finding::or);
    }
}
