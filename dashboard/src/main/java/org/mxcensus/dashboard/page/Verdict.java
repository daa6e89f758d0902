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
    /// @param key of the text that says what it is about
    static Verdict of(String key, @Nullable Finding finding, String because) {
        return finding == null
                ? none(key, because)
                : new Verdict(Texts.of(key), Tone.words(finding), Tone.of(finding), because);
    }

    static Verdict of(String key, @Nullable DaneStatus status, String because) {
        return status == null
                ? none(key, because)
                : new Verdict(Texts.of(key), Tone.words(status), Tone.of(status), because);
    }

    static Verdict of(String key, @Nullable StsStatus status, String because) {
        return status == null
                ? none(key, because)
                : new Verdict(Texts.of(key), Tone.words(status), Tone.of(status), because);
    }

    static Verdict of(String key, SenderOutcome outcome, String because) {
        return new Verdict(Texts.of(key), Tone.words(outcome), Tone.of(outcome), because);
    }

    /// The question does not arise, such as STARTTLS where no mail is accepted.
    private static Verdict none(String key, String because) {
        return new Verdict(Texts.of(key), Texts.of("verdict.none"), Tone.ABSENT, because);
    }
}
