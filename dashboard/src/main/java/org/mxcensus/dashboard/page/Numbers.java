package org.mxcensus.dashboard.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Numbers and dates as their reader writes them ([Reader]): shares with one decimal, counts with separators. A missing
/// number is said, not zero.
public final class Numbers {
    private static final char MINUS = '\u2212';

    private Numbers() {}

    /// `34.2 %`; `no data` where the denominator is 0.
    public static String percent(long part, long whole) {
        return whole == 0 ? Texts.of("number.none") : decimal(100.0 * part / whole, 1) + "\u00a0%";
    }

    /// `34`, a share in percent without a decimal, for where there is no room for one.
    public static String whole(long part, long whole) {
        return decimal(100.0 * part / whole, 0);
    }

    /// `12,345`
    public static String count(long number) {
        return String.format(Reader.locale(), "%,d", number);
    }

    /// The distance between two shares, in percentage points: `+1.3`, `−0.4`, `±0.0`.
    public static String points(double difference) {
        String size = decimal(Math.abs(difference), 1);
        if (size.equals(decimal(0, 1))) {
            return "±" + size;
        }
        return (difference < 0 ? String.valueOf(MINUS) : "+") + size;
    }

    /// A number with so many decimals.
    static String decimal(double number, int decimals) {
        return String.format(Reader.locale(), "%." + decimals + "f", number);
    }

    /// `Dec 1, 2026`; as in ISO 8601 where the reader does not say how he writes dates.
    public static String date(LocalDate day) {
        return Reader.locale().equals(Reader.NOBODY)
                ? day.toString()
                : day.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Reader.locale()));
    }
}
