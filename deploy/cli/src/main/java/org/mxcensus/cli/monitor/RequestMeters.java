package org.mxcensus.cli.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mxcensus.dashboard.RequestWatch;

/// The metrics of a dashboard's requests.
final class RequestMeters implements RequestWatch {
    /// From what is at hand to what a reader takes for broken.
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Counter hits;
    private final Counter misses;

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
        this.hits = looks("hit");
        this.misses = looks("miss");
        Gauge.builder("mxcensus.dashboard.in.flight", inFlight, AtomicInteger::get)
                .description("Requests that are being answered, listeners to the progress of crawls among them.")
                .register(registry);
    }

    private Counter looks(String result) {
        return Counter.builder("mxcensus.dashboard.cache")
                .description("Responses looked for among those that were made already.")
                .tag("result", result)
                .register(registry);
    }

    @Override
    public void began() {
        inFlight.incrementAndGet();
    }

    @Override
    public void ended(String route, int status, long nanos) {
        inFlight.decrementAndGet();
        // As many series as there are routes and statuses.
        Timer.builder("mxcensus.dashboard.request")
                .description("Requests by route and status, until the last byte.")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void looked(boolean atHand) {
        (atHand ? hits : misses).increment();
    }
}
