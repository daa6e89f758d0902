package org.mxcensus.analyzer.transition;

/// What became of a domain and a mechanism from one crawl to another.
public enum Event {
    /// The frame has come to name the domain.
    APPEARED,
    /// The frame names the domain no longer.
    VANISHED,
    /// It was not there, and is.
    ADOPTED,
    /// It was there, and is no longer.
    DROPPED,
    /// It worked, if only in part, and works no longer.
    BROKE,
    /// It was there and did not work, and works now, if only in part.
    REPAIRED,
    /// Known both times, and none of these.
    STAYED,
    /// The question did not arise in one of the crawls or in both.
    NOT_APPLICABLE,
    /// It could not be told in one of the crawls: no change is made of that.
    UNMEASURED;

    /// The event that two standings make.
    public static Event of(Standing before, Standing after) {
        if (before == Standing.OUTSIDE || after == Standing.OUTSIDE) {
            return frame(before, after);
        }
        if (isUntold(before) || isUntold(after)) {
            return UNMEASURED;
        }
        if (before == Standing.NOT_APPLICABLE || after == Standing.NOT_APPLICABLE) {
            return NOT_APPLICABLE;
        }
        if (before.isDeployed() != after.isDeployed()) {
            return after.isDeployed() ? ADOPTED : DROPPED;
        }
        if ((before == Standing.BROKEN) != (after == Standing.BROKEN)) {
            return after == Standing.BROKEN ? BROKE : REPAIRED;
        }
        return STAYED;
    }

    private static boolean isUntold(Standing standing) {
        return standing == Standing.UNMEASURED || standing == Standing.NOT_WORKING;
    }

    private static Event frame(Standing before, Standing after) {
        if (before == after) {
            throw new IllegalArgumentException("a domain that neither crawl names");
        }
        return before == Standing.OUTSIDE ? APPEARED : VANISHED;
    }
}
