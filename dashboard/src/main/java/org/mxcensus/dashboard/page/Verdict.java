package org.mxcensus.dashboard.page;

import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsStatus;

/// One verdict as a page shows it.
///
/// @param subject what it is about
/// @param word such as `yes`, `mismatch`, `unmeasured`
/// @param because what decided; empty where nothing needs one
public record Verdict(String subject, String word, Tone tone, String because) {
    private static final String DOES_NOT_ARISE = "does not arise";

    static Verdict of(String subject, @Nullable Finding finding, String because) {
        return finding == null
                ? none(subject, because)
                : new Verdict(subject, Tone.words(finding), Tone.of(finding), because);
    }

    static Verdict of(String subject, @Nullable DaneStatus status, String because) {
        return status == null
                ? none(subject, because)
                : new Verdict(subject, Tone.words(status), Tone.of(status), because);
    }

    static Verdict of(String subject, @Nullable StsStatus status, String because) {
        return status == null
                ? none(subject, because)
                : new Verdict(subject, Tone.words(status), Tone.of(status), because);
    }

    static Verdict of(String subject, SenderOutcome outcome, String because) {
        return new Verdict(subject, Tone.words(outcome), Tone.of(outcome), because);
    }

    /// The question does not arise, such as STARTTLS where no mail is accepted.
    private static Verdict none(String subject, String because) {
        return new Verdict(subject, DOES_NOT_ARISE, Tone.ABSENT, because);
    }
}
