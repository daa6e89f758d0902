package org.mxcensus.dashboard.page;

import java.util.Locale;

/// Numbers as people read them: shares with one decimal, counts with separators. A missing number is said, not zero.
public final class Numbers {
    private static final char MINUS = '\u2212';

    private Numbers() {}

    /// `34.2 %`; `no data` where the denominator is 0.
    public static String percent(long part, long whole) {
        return whole == 0 ? "no data" : String.format(Locale.ROOT, "%.1f\u00a0%%", 100.0 * part / whole);
    }

    /// `34`, a share in percent without a decimal, for where there is no room for one.
    public static String whole(long part, long whole) {
        return String.format(Locale.ROOT, "%.0f", 100.0 * part / whole);
    }

    /// `12,345`
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// The distance between two shares, in percentage points: `+1.3`, `−0.4`, `±0.0`.
    public static String points(double difference) {
        String size = String.format(Locale.ROOT, "%.1f", Math.abs(difference));
        if (size.equals("0.0")) {
            return "±0.0";
        }
        return (difference < 0 ? String.valueOf(MINUS) : "+") + size;
    }
}
