package org.mxcensus.crawler.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// How far the reading of a scan has come. Safe for use by several threads.
public final class ScanProgress {
    private final InstantSource clock;
    private volatile @Nullable Begun begun;

    public ScanProgress(InstantSource clock) {
        this.clock = clock;
    }

    /// What is being read, or was read last; empty before the first input.
    public Optional<InputRead> now() {
        return Optional.ofNullable(begun).map(Begun::soFar);
    }

    Begun begin(String input) {
        Begun next = new Begun(input, clock.instant());
        begun = next;
        return next;
    }

    /// An input of which lines come.
    final class Begun {
        private final String input;
        private final Instant at;
        private final AtomicLong lines = new AtomicLong();
        private volatile @Nullable Duration took;

        private Begun(String input, Instant at) {
            this.input = input;
            this.at = at;
        }

        /// @param number of the line that was read, from 1
        void read(long number) {
            lines.setOpaque(number);
        }

        /// All of it has been read.
        void end() {
            took = sinceBegun();
        }

        InputRead soFar() {
            @Nullable Duration inAll = took;
            return new InputRead(input, lines.getOpaque(), inAll == null ? sinceBegun() : inAll);
        }

        private Duration sinceBegun() {
            return Duration.between(at, clock.instant());
        }
    }

    /// How much of an input has been read.
    ///
    /// @param input what the user calls it
    /// @param took since it was begun, or in all where it was read to its end
    public record InputRead(String input, long lines, Duration took) {}
}
