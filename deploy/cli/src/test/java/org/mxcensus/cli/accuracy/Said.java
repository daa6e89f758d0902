package org.mxcensus.cli.accuracy;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;

/// A verdict, by name.
///
/// @param verdict empty where the question does not arise
/// @param answer what it comes to; verdicts that come to the same are one answer by several names. Empty where it could
///     not be told
record Said(String verdict, String answer) {

    private static final String UNMEASURED = "UNMEASURED";
    private static final String FAILS_SOMEWHERE = DaneStatus.FAILS_SOMEWHERE.name();
    private static final String NOTHING_NEEDS_ONE = "-";
    /// What may be true where DANE fails at an address, and of others it could not be told.
    private static final Set<String> FAILURES =
            Set.of("MISMATCH", "STARTTLS_MISSING", "HANDSHAKE_FAILED", "UNUSABLE", "PARTIAL");

    /// Where there is no row.
    static final Said NOTHING = new Said("no row", "");

    /// A verdict that is its own answer.
    static Said of(@Nullable Object verdict) {
        String name = Objects.toString(verdict, "");
        return new Said(name, name.equals(UNMEASURED) ? "" : answer(name));
    }

    /// Whether mail is authenticated by DANE: yes, or no in many ways, or no without saying in which.
    static Said ofDane(@Nullable DaneStatus status) {
        return status == null
                ? of(null)
                : new Said(
                        status.name(),
                        status.valid() == Finding.UNMEASURED
                                ? ""
                                : status.valid().name());
    }

    /// @param status by name; empty where the question does not arise
    static Said ofDane(String status) {
        return status.isEmpty() ? of("") : ofDane(DaneStatus.valueOf(status));
    }

    /// What is said to explain a verdict: of none, nothing is said for sure.
    static Said because(@Nullable Object verdict, @Nullable Object cause) {
        String name = Objects.toString(cause, "");
        boolean sure =
                verdict != DaneStatus.FAILS_SOMEWHERE && !of(verdict).answer().isEmpty();
        return new Said(name, sure ? answer(name) : "");
    }

    /// Whether a verdict is that there is none, or none by name.
    static boolean isUntold(String verdict) {
        return verdict.equals(UNMEASURED) || verdict.equals(FAILS_SOMEWHERE) || verdict.equals(NOTHING.verdict());
    }

    private static String answer(String name) {
        return name.isEmpty() ? NOTHING_NEEDS_ONE : name;
    }

    /// What it is to somebody who knows the truth.
    Kind beside(Said truth) {
        if (verdict.equals(truth.verdict())) {
            return Kind.RIGHT;
        }
        if (answer.isEmpty()) {
            return Kind.UNTOLD;
        }
        if (verdict.equals(FAILS_SOMEWHERE)) {
            return FAILURES.contains(truth.verdict()) ? Kind.UNTOLD : Kind.WRONG;
        }
        return answer.equals(truth.answer()) ? Kind.BY_ANOTHER_NAME : Kind.WRONG;
    }

    enum Kind {
        RIGHT,
        /// The same answer, with another reason or in another way.
        BY_ANOTHER_NAME,
        /// Could not be told.
        UNTOLD,
        WRONG
    }
}
