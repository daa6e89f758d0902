package org.mxcensus.cli.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mxcensus.crawler.crawl.StageName;
import org.mxcensus.datasets.store.UserError;

/// How much of each queue is left to all workers, asked of the broker now and then. While it is away nothing is told.
final class LagMeters implements Monitor.Watching {
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Map<StageName, Double> lags = new ConcurrentHashMap<>();
    private final Broker broker;
    private final Thread asking;

    /// Who knows.
    interface Broker {
        /// @throws UserError where the broker does not answer
        long lag(StageName stage) throws InterruptedException;
    }

    LagMeters(Broker broker, MeterRegistry registry) {
        this.broker = broker;
        for (StageName stage : StageName.values()) {
            Gauge.builder("mxcensus.stage.lag", lags, known -> known.getOrDefault(stage, Double.NaN))
                    .description("Messages that no worker has finished.")
                    .tag("stage", stage.table().name())
                    .register(registry);
        }
        this.asking = Thread.ofPlatform().daemon().name("lag").start(this::ask);
    }

    private void ask() {
        try {
            while (true) {
                for (StageName stage : StageName.values()) {
                    ask(stage);
                }
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            // Closed.
            return;
        }
    }

    private void ask(StageName stage) throws InterruptedException {
        try {
            lags.put(stage, (double) broker.lag(stage));
        } catch (UserError e) {
            lags.remove(stage);
        }
    }

    @Override
    public void close() {
        asking.interrupt();
        boolean interrupted = false;
        while (asking.isAlive()) {
            try {
                asking.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
