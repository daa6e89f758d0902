package org.mxcensus.lab.truth;

import java.util.List;
import org.mxcensus.datasets.schema.DaneCause;

/// A verdict on DANE and what decided it, both by name; empty where the question does not arise.
record DaneFinding(String status, String cause) {

    static final DaneFinding NONE = new DaneFinding("", "");
    static final DaneFinding UNMEASURED = of("UNMEASURED", DaneCause.NOT_MEASURED);

    private static final List<String> FAULTS = List.of("MISMATCH", "STARTTLS_MISSING", "HANDSHAKE_FAILED", "UNUSABLE");
    private static final List<String> UNTOLD = List.of("LOOKUP_FAILED", "UNMEASURED");
    private static final List<String> RANKED = List.of(
            "MISMATCH",
            "STARTTLS_MISSING",
            "HANDSHAKE_FAILED",
            "UNUSABLE",
            "PARTIAL",
            "LOOKUP_FAILED",
            "UNMEASURED",
            "VALID",
            "NOT_DEPLOYED");

    static DaneFinding of(String status) {
        return new DaneFinding(status, "");
    }

    static DaneFinding of(String status, DaneCause cause) {
        return new DaneFinding(status, cause.name());
    }

    boolean is(String other) {
        return status.equals(other);
    }

    /// One verdict of several: valid and not valid side by side is PARTIAL; else the worst fault, by its name only
    /// where all the others are known; then a failed look-up, then what could not be told, and only then what
    /// they agree on. The first of the worst gives the cause.
    static DaneFinding over(List<DaneFinding> all) {
        boolean faulty = all.stream().anyMatch(one -> FAULTS.contains(one.status()));
        boolean without = all.stream().anyMatch(one -> one.is("NOT_DEPLOYED"));
        if (all.stream().anyMatch(one -> one.is("VALID")) && (faulty || without)) {
            return of("PARTIAL", faulty ? DaneCause.SOME_ADDRESSES_FAIL : DaneCause.SOME_HOSTS_WITHOUT);
        }
        DaneFinding worst = RANKED.stream()
                .flatMap(status -> all.stream().filter(one -> one.is(status)))
                .findFirst()
                .orElse(NONE);
        boolean untold = all.stream().anyMatch(one -> UNTOLD.contains(one.status()));
        return faulty && untold ? new DaneFinding("FAILS_SOMEWHERE", worst.cause()) : worst;
    }
}
