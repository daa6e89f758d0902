package org.mxcensus.crawler.dns;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Lets time pass. Tests let none pass.
@FunctionalInterface
public interface Pause {

    /// The clock on the wall.
    Pause REAL = duration -> {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting to ask the DNS again");
        }
    };

    void await(Duration duration);
}
