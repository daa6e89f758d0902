package org.mxcensus.dashboard.live;

/// There is no place for another listener.
public final class TooManyListeners extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyListeners() {
        super("As many listen as there are places for; ask again later, or load the page again to see how things are.");
    }
}
