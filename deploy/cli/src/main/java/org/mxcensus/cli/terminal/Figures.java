package org.mxcensus.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/// Numbers as a person reads them.
public final class Figures {
    private static final int BAR = 24;

    private Figures() {}

    /// `16,536`.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `16,536 domains`, `1 domain`.
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /// `12.5 %`; a dash where there is nothing to take a share of.
    public static String share(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /// `4.2 s`, `3:05`, `2:14:09`.
    public static String time(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /// How many there were in a second: `21,000`.
    public static String rate(long number, Duration time) {
        return count(Math.round(number / Math.max(0.001, time.toMillis() / 1000.0)));
    }

    /// A bar of constant width for a share between 0 and 1.
    public static String bar(double share) {
        int full = (int) Math.round(Math.clamp(share, 0.0, 1.0) * BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }
}
