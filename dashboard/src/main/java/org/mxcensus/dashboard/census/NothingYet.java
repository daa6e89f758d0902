package org.mxcensus.dashboard.census;

/// The store has no statistics: every page then says why, and which command helps.
public final class NothingYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Absence absence;

    public NothingYet(Absence absence) {
        super(absence.sentence() + " " + absence.command());
        this.absence = absence;
    }

    public Absence absence() {
        return absence;
    }
}
