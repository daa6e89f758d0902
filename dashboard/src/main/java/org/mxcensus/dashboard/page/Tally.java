package org.mxcensus.dashboard.page;

import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Quality;

/// A share as pages show it: always with what it is a share of, and with what could not be measured.
///
/// @param numerator those that have it
/// @param denominator those of whom it could be told
/// @param unmeasured those of whom it could not be told
public record Tally(long numerator, long denominator, long unmeasured) {
    static final Tally NOTHING = new Tally(0, 0, 0);

    static Tally of(AdoptionPoint point) {
        return new Tally(point.numerator(), point.denominator(), point.unmeasured());
    }

    /// `34.2 %`, or `no data` where nothing could be measured.
    public String share() {
        return Numbers.percent(numerator, denominator);
    }

    /// `34.2`, for a column whose heading has the unit; a dash where nothing could be measured.
    public String shareNumber() {
        return denominator == 0 ? "–" : Numbers.decimal(percent(), 1);
    }

    /// `684 of 2,000`
    public String counts() {
        return Texts.of("tally.counts", Numbers.count(numerator), Numbers.count(denominator));
    }

    /// `12 unmeasured (0.6 %)`
    public String unmeasuredShare() {
        return Texts.of(
                "tally.unmeasured", Numbers.count(unmeasured), Numbers.percent(unmeasured, denominator + unmeasured));
    }

    /// How far the share can be leaned on, as a class of the page: `good`, `fair`, `poor`, `none`.
    public String quality() {
        return Quality.of(denominator, unmeasured).id();
    }

    /// What a table sorts by: the share in percent; empty where there is none.
    public String sortKey() {
        return denominator == 0 ? "" : Double.toString(percent());
    }

    /// `+1.3` percentage points since another crawl; empty where either has no share.
    public String changeSince(Tally before) {
        return denominator == 0 || before.denominator == 0 ? "" : Numbers.points(percent() - before.percent());
    }

    private double percent() {
        return 100.0 * numerator / denominator;
    }
}
