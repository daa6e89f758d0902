package org.mxcensus.analyzer.event;

import java.time.LocalDate;

/// Something that figures may show.
///
/// @param date a day as `2018-10-11`, or a month as `2015-10` where no more is known
/// @param kind whose doing it was
/// @param what one sentence
/// @param source where that can be read
public record DatedEvent(String date, Kind kind, String what, String source) {
    private static final int MONTH = "2015-10".length();

    /// Whose doing an event was.
    public enum Kind {
        /// Others did something.
        WORLD,
        /// We measure in another way.
        METHOD
    }

    /// The day; of a month the first.
    public LocalDate day() {
        return LocalDate.parse(date.length() == MONTH ? date + "-01" : date);
    }
}
