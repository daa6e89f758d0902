package org.mxcensus.crawler.preflight;

/// What a check found.
///
/// @param required whether a crawl of the internet waits for it
/// @param found a sentence
/// @param advice a sentence that says what to do; empty where there is nothing to do
public record Finding(Check check, Result result, boolean required, String found, String advice) {

    static Finding passed(Check check, String found) {
        return new Finding(check, Result.PASSED, true, found, "");
    }

    static Finding failed(Check check, String found, String advice) {
        return new Finding(check, Result.FAILED, true, found, advice);
    }

    static Finding unknown(Check check, String found, String advice) {
        return new Finding(check, Result.COULD_NOT_TELL, true, found, advice);
    }

    static Finding of(Check check, Result result, String found, String advice) {
        return new Finding(check, result, true, found, result == Result.PASSED ? "" : advice);
    }

    /// The same, where a crawl need not wait for it.
    Finding optional() {
        return new Finding(check, result, false, found, advice);
    }
}
