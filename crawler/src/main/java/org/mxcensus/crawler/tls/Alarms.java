package org.mxcensus.crawler.tls;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/// Tells those who wait for a peer that they have waited long enough.
///
/// All connections of a process share one wheel. To set and to unset an alarm on it wakes nobody, whereas every timed
/// wait of a virtual thread wakes the JDK's own scheduler twice: a probe waits six times, and nearly always for
/// less than a second. The price is that an alarm may come a tick late.
final class Alarms implements AutoCloseable {

    private static final long TICK_MILLIS = 20;

    private final HashedWheelTimer wheel =
            new HashedWheelTimer(new DefaultThreadFactory("alarms", true), TICK_MILLIS, TimeUnit.MILLISECONDS);

    /// @param nanos from now
    /// @param alarm must return at once; does not come once the result has been cancelled in time
    Timeout in(long nanos, Runnable alarm) {
        return wheel.newTimeout(timeout -> alarm.run(), nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        wheel.stop();
    }
}
