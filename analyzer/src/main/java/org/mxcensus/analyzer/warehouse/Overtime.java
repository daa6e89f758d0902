package org.mxcensus.analyzer.warehouse;

/// A question took longer than there was time for it, and was cancelled.
public final class Overtime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Overtime(Throwable cause) {
        super("This takes longer than there is time for; ask for less.", cause);
    }
}
