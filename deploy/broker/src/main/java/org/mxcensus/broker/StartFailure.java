package org.mxcensus.broker;

/// Why a broker did not start: one sentence that says what, where and what to do.
///
/// A type of its own, so that the broker needs no other module: what is installed with it is Kafka and this package.
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
