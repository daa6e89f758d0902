package org.mxcensus.dashboard.census;

import org.mxcensus.analyzer.stats.Weighting;

/// Names short enough for a line's end and a column's head.
public final class Labels {
    private Labels() {}

    public static String of(Weighting weighting) {
        return switch (weighting) {
            case DOMAINS -> "Domains";
            case MX_HOSTS -> "MX hosts";
            case RANK -> "Rank weight";
        };
    }
}
