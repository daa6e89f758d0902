package org.mxcensus.lab.generate;

import java.util.Locale;

/// The top-level domains of a generated world, with the share of all domains and of signed ones among their own.
enum TopLevel {
    COM(0.34, 0.04, 0.07),
    NL(0.16, 0.50, 0.58),
    SE(0.12, 0.44, 0.54),
    DE(0.12, 0.08, 0.14),
    ORG(0.10, 0.06, 0.09),
    GOV(0.06, 0.16, 0.20),
    CH(0.05, 0.38, 0.48),
    NET(0.05, 0.06, 0.08);

    private final double share;
    private final double signedAtFirst;
    private final double signedAfterAYear;

    TopLevel(double share, double signedAtFirst, double signedAfterAYear) {
        this.share = share;
        this.signedAtFirst = signedAtFirst;
        this.signedAfterAYear = signedAfterAYear;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The share of its domains that are signed.
    Curve signed() {
        return new Curve(signedAtFirst, signedAfterAYear);
    }

    /// The one that a throw in [0, 1) hits.
    static TopLevel at(double thrown) {
        double rest = thrown;
        for (TopLevel top : values()) {
            rest -= top.share;
            if (rest < 0) {
                return top;
            }
        }
        return NET;
    }
}
