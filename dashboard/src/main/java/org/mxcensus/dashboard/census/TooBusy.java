package org.mxcensus.dashboard.census;

/// An answer is being worked out, or waits for others that are; it is there a little later.
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooBusy() {
        super("This is worked out for the first time since its crawl came in; ask again in half a minute.");
    }
}
