package org.mxcensus.cli.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.mxcensus.crawler.crawl.Vitals;
import org.mxcensus.crawler.crawl.Worker;
import org.mxcensus.dashboard.RequestWatch;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Watches one run, and tells of it where that was asked for.
public final class Monitor implements AutoCloseable {
    private static final String STARTING = "It is starting.";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<AutoCloseable> parts = new ArrayList<>();
    private volatile Supplier<Optional<String>> unready = () -> Optional.of(STARTING);
    private volatile Runnable refresh = () -> {};
    private OptionalInt port = OptionalInt.empty();

    private Monitor() {}

    /// One that tells nobody.
    public static Monitor silent() {
        return new Monitor();
    }

    /// One that listens.
    ///
    /// @throws UserError where it cannot
    public static Monitor at(InetSocketAddress address) {
        Monitor monitor = new Monitor();
        monitor.machine();
        MonitorServer server = MonitorServer.start(address, monitor::scrape, () -> monitor.unready.get());
        monitor.parts.add(server);
        monitor.port = OptionalInt.of(server.port());
        return monitor;
    }

    /// Where it listens; empty where it does not.
    public OptionalInt port() {
        return port;
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    private String scrape() {
        refresh.run();
        return registry.scrape();
    }

    private void machine() {
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(registry);
        parts.add(collections);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("process.resident.memory", ResidentMemory::bytes)
                .description("Memory of the process in the machine, outside of the heap too.")
                .baseUnit("bytes")
                .register(registry);
    }

    /// Tells of a crawl from now on. It is ready while the resolver is there.
    public void watch(Vitals vitals) {
        if (port.isPresent()) {
            CrawlMeters meters = CrawlMeters.of(vitals, registry);
            refresh = meters::refresh;
        }
        unready = () -> vitals.lookups().isAway()
                ? Optional.of("The resolver is away: look-ups wait until it answers again.")
                : Optional.empty();
    }

    /// The same of a worker, and of the queues that all workers share.
    ///
    /// @return to be closed before the worker is
    public Watching watch(Worker worker) {
        watch(worker.vitals());
        return port.isPresent() ? new LagMeters(worker::lag, registry) : () -> {};
    }

    /// Something that is asked now and then, until it is closed.
    public interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    /// Tells of a dashboard's requests from now on, where it is given this.
    public RequestWatch requests() {
        return new RequestMeters(registry);
    }

    /// Tells of a dataset that is shown. It is ready while the store can be read.
    public void watch(Store store, Clock clock) {
        Manifests manifests = new Manifests(store);
        Gauge.builder("mxcensus.crawls", manifests, all -> all.crawls().size())
                .description("Crawls that the dashboard can show.")
                .register(registry);
        Gauge.builder("mxcensus.newest.crawl.age", manifests, all -> age(all, clock))
                .description("How long ago the newest crawl's day began.")
                .baseUnit("seconds")
                .register(registry);
        unready = () -> failure(manifests);
    }

    private static double age(Manifests manifests, Clock clock) {
        List<LocalDate> crawls = manifests.crawls();
        return crawls.isEmpty()
                ? Double.NaN
                : clock.instant().getEpochSecond()
                        - crawls.getLast().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static Optional<String> failure(Manifests manifests) {
        try {
            return manifests.crawls().isEmpty() ? Optional.of("There is no finished crawl yet.") : Optional.empty();
        } catch (UserError e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts.reversed()) {
            close(part);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) { // none of them declares one
            throw new IllegalStateException(e);
        }
    }
}
