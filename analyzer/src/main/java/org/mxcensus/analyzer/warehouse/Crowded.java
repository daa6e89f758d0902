package org.mxcensus.analyzer.warehouse;

/// As many ask at once as there are places for, and have done so for as long as somebody waits.
public final class Crowded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Crowded() {
        super("Too many ask at the same time; ask again in some seconds.");
    }
}
