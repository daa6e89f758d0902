package org.mxcensus.cli.options;

import org.mxcensus.crawler.pace.PaceLimits;

/// The name of a pace.
public final class Pace extends Form {
    private Pace() {
        super(PaceLimits::named);
    }
}
