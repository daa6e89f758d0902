package org.mxcensus.crawler.pace;

import java.time.Duration;

/// How far limits shrink when a server asks for that, and how they recover. [Restraint] keeps to it.
///
/// @param times how many times as long the pauses of an address become by each such answer; one for
///     no back-off at all
/// @param widely the same for its network and its registered domain, for whom one address does not wholly speak
/// @param least the pause that this begins from, where the usual one is shorter
/// @param longest pause that it comes to
/// @param halfLife after so much time without such an answer, half of it is forgotten
public record BackOff(int times, int widely, Duration least, Duration longest, Duration halfLife) {

    /// Nobody is listened to: for a lab, whose servers say "later" in order to be heard saying it.
    public static final BackOff NONE = new BackOff(1, 1, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));

    /// Four times as long by each answer at the address: a limit that was overrun by little is met at once, and one
    /// that counts by the minute (Postfix: `anvil_rate_time_unit`, 60 s) after three. Twice for all around it, so
    /// that one server that always says "later" does not stop a network. Where starts are not spaced at all, it
    /// begins from 50 ms. Five minutes at most: longer than that, and whoever waits loses his patience (ten
    /// minutes) and is put off to a second try. In ten minutes of silence half of it is forgotten, so after an hour
    /// or so all is as before.
    public static final BackOff USUAL =
            new BackOff(4, 2, Duration.ofMillis(50), Duration.ofMinutes(5), Duration.ofMinutes(10));

    public BackOff {
        if (widely < 1
                || times < widely
                || least.isNegative()
                || longest.compareTo(least) < 0
                || !halfLife.isPositive()) {
            throw new IllegalArgumentException(
                    "%d and %d times from %s to %s, half in %s".formatted(times, widely, least, longest, halfLife));
        }
    }

    int times(Unit.Scope scope) {
        return switch (scope) {
            case ADDRESS -> times;
            case NETWORK, DOMAIN -> widely;
        };
    }

    boolean isNone() {
        return times == 1;
    }

    @Override
    public String toString() {
        return isNone()
                ? "no back-off"
                : "after each \"later\" one at once, starts %d times as far apart, %d times in its network and domain, up to %d s, half forgotten in %d s"
                        .formatted(times, widely, longest.toSeconds(), halfLife.toSeconds());
    }
}
