package org.mxcensus.datasets.store;

/// Something that the user can mend. The message is one sentence that says what, where and what to do.
///
/// The command line prints the message and nothing else.
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String sentence) {
        super(sentence);
    }

    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
