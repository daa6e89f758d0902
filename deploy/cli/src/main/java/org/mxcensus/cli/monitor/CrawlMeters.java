package org.mxcensus.cli.monitor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.mxcensus.crawler.crawl.StageProgress;
import org.mxcensus.crawler.crawl.Vitals;
import org.mxcensus.datasets.observation.DnsFailure;

/// The metrics of a crawl, as far as this process has part in it.
final class CrawlMeters {
    private static final Duration[] LOOK_BUCKETS = {
        Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1),
        Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10)
    };

    private final MeterRegistry registry;
    private final Map<StageProgress, MultiGauge> outcomes;

    private CrawlMeters(MeterRegistry registry, Map<StageProgress, MultiGauge> outcomes) {
        this.registry = registry;
        this.outcomes = outcomes;
    }

    static CrawlMeters of(Vitals vitals, MeterRegistry registry) {
        CrawlMeters meters = new CrawlMeters(
                registry,
                vitals.progress().stages().stream()
                        .collect(Collectors.toMap(stage -> stage, stage -> outcomes(stage, registry))));
        Gauge.builder("mxcensus.frame.rows", vitals, all -> all.progress().frameRows())
                .description("Domains that the crawl is to measure, counted once for each source.")
                .register(registry);
        vitals.progress().stages().forEach(meters::stage);
        meters.lookups(vitals);
        meters.waits(vitals);
        return meters;
    }

    private static MultiGauge outcomes(StageProgress stage, MeterRegistry registry) {
        return MultiGauge.builder("mxcensus.stage.outcomes")
                .description("Rows by what was found; a second try may move one.")
                .tag("stage", stage.name())
                .register(registry);
    }

    private void stage(StageProgress stage) {
        count("mxcensus.stage.messages", "Messages taken from the queue.", stage, StageProgress::taken);
        count("mxcensus.stage.duplicates", "Messages that had been seen before.", stage, StageProgress::duplicates);
        count("mxcensus.stage.rows", "Rows made or found.", stage, StageProgress::done);
        count(
                "mxcensus.stage.resumed",
                "Rows that an earlier run or another worker had published.",
                stage,
                StageProgress::resumed);
        count("mxcensus.stage.published", "Rows in published files.", stage, StageProgress::publishedRows);
        count("mxcensus.stage.left.alone", "Those who opted out.", stage, StageProgress::leftAloneSoFar);
        gauge("mxcensus.stage.put.off", "Rows that wait for a second try.", stage, StageProgress::waiting);
        gauge("mxcensus.stage.in.flight", "Looks under way.", stage, StageProgress::underWay);
        Timer looks = Timer.builder("mxcensus.stage.look")
                .description("How long a look at one domain, host or address takes, waiting included.")
                .tag("stage", stage.name())
                .serviceLevelObjectives(LOOK_BUCKETS)
                .register(registry);
        stage.listen(nanos -> looks.record(nanos, TimeUnit.NANOSECONDS));
    }

    private void count(String name, String what, StageProgress stage, ToDoubleFunction<StageProgress> value) {
        FunctionCounter.builder(name, stage, value)
                .description(what)
                .tag("stage", stage.name())
                .register(registry);
    }

    private void gauge(String name, String what, StageProgress stage, ToDoubleFunction<StageProgress> value) {
        Gauge.builder(name, stage, value)
                .description(what)
                .tag("stage", stage.name())
                .register(registry);
    }

    private void lookups(Vitals vitals) {
        Gauge.builder("mxcensus.resolver.away", vitals.lookups(), lookups -> lookups.isAway() ? 1 : 0)
                .description("1 while look-ups wait for a resolver to come back.")
                .register(registry);
        FunctionTimer.builder(
                        "mxcensus.resolver.lookup",
                        vitals.lookups(),
                        lookups -> lookups.ended(),
                        lookups -> lookups.seconds(),
                        TimeUnit.SECONDS)
                .description("Look-ups, with all questions that each took.")
                .register(registry);
        for (DnsFailure failure : DnsFailure.values()) {
            FunctionCounter.builder("mxcensus.resolver.failures", vitals.lookups(), lookups -> lookups.failed(failure))
                    .description("Look-ups that failed.")
                    .tag("failure", failure.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private void waits(Vitals vitals) {
        FunctionTimer.builder(
                        "mxcensus.pace.wait",
                        vitals.waits(),
                        waits -> waits.waits(),
                        waits -> waits.seconds(),
                        TimeUnit.SECONDS)
                .description("Waits of connections to mail servers for their turn.")
                .register(registry);
        Gauge.builder("mxcensus.pace.waiting", vitals.waits(), waits -> waits.waiting())
                .description("Connections that wait for their turn.")
                .register(registry);
        FunctionCounter.builder("mxcensus.pace.given.up", vitals.waits(), waits -> waits.givenUp())
                .description("Connections that would have waited too long, and were put off.")
                .register(registry);
    }

    /// Brings up to date what has no fixed set of series. Called before every scrape.
    void refresh() {
        outcomes.forEach((stage, gauge) -> gauge.register(
                stage.outcomes().entrySet().stream()
                        .map(outcome -> MultiGauge.Row.of(
                                Tags.of("outcome", outcome.getKey().toLowerCase(Locale.ROOT)), outcome.getValue()))
                        .toList(),
                true));
    }
}
