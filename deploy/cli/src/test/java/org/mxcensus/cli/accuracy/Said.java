package org.mxcensus.cli.accuracy;

import java.util.Objects;
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
    private static final String NOTHING_NEEDS_ONE = "-";

    /// Where there is no row.
    static final Said NOTHING = new Said("no row", "");

    /// A verdict that is its own answer.
    static Said of(@Nullable Object verdict) {
        String name = Objects.toString(verdict, "");
        return new Said(name, name.equals(UNMEASURED) ? "" : answer(name));
    }

    /// Whether mail is authenticated by DANE: yes, or no in many ways.
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
        return new Said(name, of(verdict).answer().isEmpty() ? "" : answer(name));
    }

    /// Whether a verdict is that there is none.
    static boolean isUntold(String verdict) {
        return verdict.equals(UNMEASURED) || verdict.equals(NOTHING.verdict());
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
