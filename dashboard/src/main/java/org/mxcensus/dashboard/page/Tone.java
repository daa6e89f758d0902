package org.mxcensus.dashboard.page;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsStatus;

/// How a verdict is shown: a sign and a colour beside its word.
public enum Tone {
    VALID,
    BROKEN,
    ABSENT,
    UNMEASURED;

    /// The value of attribute `data-tone`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Tone of(Finding finding) {
        return switch (finding) {
            case YES -> VALID;
            case NO -> ABSENT;
            case UNMEASURED -> UNMEASURED;
        };
    }

    static Tone of(DaneStatus status) {
        return switch (status) {
            case VALID -> VALID;
            case MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED, UNUSABLE, PARTIAL, FAILS_SOMEWHERE -> BROKEN;
            // An unsigned domain at a DANE provider is a category, not a fault.
            case NOT_DEPLOYED, HOST_READY_DOMAIN_INSECURE -> ABSENT;
            case LOOKUP_FAILED, UNMEASURED -> UNMEASURED;
        };
    }

    static Tone of(StsStatus status) {
        return switch (status) {
            case ENFORCING, TESTING -> VALID;
            case BROKEN -> BROKEN;
            case DISABLED, NOT_DEPLOYED -> ABSENT;
            case UNMEASURED -> UNMEASURED;
        };
    }

    static Tone of(SenderOutcome outcome) {
        return switch (outcome) {
            case AUTHENTICATED, ENCRYPTED -> VALID;
            case PLAINTEXT, DEFERRED -> BROKEN;
            case NO_MAIL -> ABSENT;
            case UNMEASURED -> UNMEASURED;
        };
    }

    /// The constant as words: `not deployed`.
    static String words(Enum<?> constant) {
        return Words.plain(constant.name().toLowerCase(Locale.ROOT));
    }

    /// The constant as words; empty where it is null.
    static Optional<String> wordsOf(@Nullable Enum<?> constant) {
        return Optional.ofNullable(constant).map(Tone::words);
    }
}
