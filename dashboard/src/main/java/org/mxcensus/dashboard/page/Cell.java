package org.mxcensus.dashboard.page;

import java.time.LocalDate;
import org.mxcensus.analyzer.stats.Quality;

/// A cell of a sheet.
///
/// @param text as people read it
/// @param sortKey what its column is sorted by; empty sorts last
/// @param address where it leads; empty where it leads nowhere
/// @param remark more about it; empty where there is none
/// @param quality how far it can be leaned on, a class of the page; empty where that is no question
public record Cell(String text, String sortKey, String address, String remark, String quality) {

    static Cell of(String text) {
        return new Cell(text, text, "", "", "");
    }

    static Cell of(long number) {
        return new Cell(Numbers.count(number), Long.toString(number), "", "", "");
    }

    /// A day, sorted as such.
    static Cell of(LocalDate day) {
        return new Cell(Numbers.date(day), day.toString(), "", "", "");
    }

    static Cell link(String text, String address) {
        return new Cell(text, text, address, "", "");
    }

    /// A text with more about it below.
    static Cell of(String text, String remark) {
        return new Cell(text, text, "", remark, "");
    }

    /// A share in percent, without the sign, which the heading has.
    static Cell share(long numerator, long denominator, long unmeasured) {
        Tally tally = new Tally(numerator, denominator, unmeasured);
        return new Cell(
                tally.shareNumber(),
                tally.sortKey(),
                "",
                "",
                Quality.of(denominator, unmeasured).id());
    }
}
