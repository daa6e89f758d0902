package org.mxcensus.crawler.preflight;

/// What a check came to. Three values, never two: what could not be told is neither in order nor broken.
public enum Result {
    PASSED,
    FAILED,
    COULD_NOT_TELL;

    /// Of several things that must all be in order: one that is broken decides, then one that could not be told.
    Result and(Result other) {
        if (this == FAILED || other == FAILED) {
            return FAILED;
        }
        return this == COULD_NOT_TELL ? COULD_NOT_TELL : other;
    }
}
