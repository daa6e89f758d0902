package org.mxcensus.cli.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsStatus;

/// Verdicts as words; where something is broken, the cause beside says what. "Could not tell" looks different from
/// "no", always.
record Findings(Style style) {

    String word(@Nullable Finding finding) {
        return switch (finding) {
            case null -> style.faint("does not apply");
            case YES -> style.good("yes");
            case NO -> style.bad("no");
            case UNMEASURED -> style.doubtful("could not tell");
        };
    }

    String word(@Nullable DaneStatus status) {
        return switch (status) {
            case null -> style.faint("does not apply");
            case VALID -> style.good("valid");
            case MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED -> style.bad("BROKEN");
            case UNUSABLE -> style.doubtful("no TLSA record is usable");
            case LOOKUP_FAILED -> style.bad("the TLSA look-up fails: senders defer");
            case NOT_DEPLOYED -> style.faint("not deployed");
            case PARTIAL -> style.doubtful("in part");
            case FAILS_SOMEWHERE -> style.bad("BROKEN at some address, could not tell of others");
            case HOST_READY_DOMAIN_INSECURE -> style.doubtful("the MX hosts are ready, the domain is not signed");
            case UNMEASURED -> style.doubtful("could not tell");
        };
    }

    String word(@Nullable StsStatus status) {
        return switch (status) {
            case null -> style.faint("does not apply");
            case ENFORCING -> style.good("enforcing");
            case TESTING -> style.doubtful("testing");
            case DISABLED -> style.faint("switched off (mode none)");
            case BROKEN -> style.bad("BROKEN");
            case NOT_DEPLOYED -> style.faint("not deployed");
            case UNMEASURED -> style.doubtful("could not tell");
        };
    }

    String word(SenderOutcome outcome) {
        return switch (outcome) {
            case AUTHENTICATED -> style.good("delivers encrypted, to a proven server");
            case ENCRYPTED -> "delivers encrypted, to whoever answers";
            case PLAINTEXT -> style.bad("delivers in plain text");
            case DEFERRED -> style.bad("does not deliver");
            case NO_MAIL -> style.faint("has nowhere to deliver to");
            case UNMEASURED -> style.doubtful("could not tell");
        };
    }

    /// What the existence of a name says.
    String word(Hint hint) {
        return switch (hint) {
            case PRESENT -> style.good("something is published");
            case ABSENT -> style.faint("nothing is published");
            case UNRELIABLE -> style.doubtful("could not tell: names that do not exist seem to exist");
            case UNMEASURED -> style.doubtful("could not tell");
            case NOT_ASKED -> style.faint("not asked");
        };
    }

    /// `STARTTLS_NOT_OFFERED` as `starttls not offered`.
    static String words(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Evidence behind a word; nothing where there is none.
    String because(@Nullable String evidence) {
        return evidence == null || evidence.isBlank() ? "" : "  " + style.faint(evidence);
    }
}
