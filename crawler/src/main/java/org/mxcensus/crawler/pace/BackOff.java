package org.mxcensus.crawler.pace;

import java.time.Duration;

/// How far limits shrink when a server asks for that, and how they recover. [Restraint] keeps to it.
///
/// @param times how many times as long the pauses become by each such answer; one for no back-off at all
/// @param least the pause that this begins from, where the usual one is shorter
/// @param longest pause that it comes to
/// @param halfLife after so much time without such an answer, half of it is forgotten
public record BackOff(int times, Duration least, Duration longest, Duration halfLife) {

    /// Nobody is listened to: for a lab, whose servers say "later" in order to be heard saying it.
    public static final BackOff NONE = new BackOff(1, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));

    /// Four times as long by each answer: a limit that was overrun by little is met at once, and one that counts by
    /// the minute (Postfix: `anvil_rate_time_unit`, 60 s) after three. A quarter of a second is where it begins, so
    /// that the first answer already makes a second of it. Five minutes at most: longer than that, and whoever
    /// waits loses his patience (ten minutes) and is put off to a second try. In ten minutes of silence half of it
    /// is forgotten, so after an hour or so all is as before.
    public static final BackOff USUAL =
            new BackOff(4, Duration.ofMillis(250), Duration.ofMinutes(5), Duration.ofMinutes(10));

    public BackOff {
        if (times < 1 || least.isNegative() || longest.compareTo(least) < 0 || !halfLife.isPositive()) {
            throw new IllegalArgumentException(
                    "%d times from %s to %s, half in %s".formatted(times, least, longest, halfLife));
        }
    }

    boolean isNone() {
        return times == 1;
    }

    @Override
    public String toString() {
        return isNone()
                ? "no back-off"
                : "after \"later\" one at once, starts %d times as far apart, %d ms to %d s, half of that forgotten in %d s"
                        .formatted(times, least.toMillis() * times, longest.toSeconds(), halfLife.toSeconds());
    }
}
