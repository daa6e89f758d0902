package org.mxcensus.crawler.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Answers a [Question] with a [Plan].
public final class Forecast {
    private static final int SLOWEST = 10;
    private static final double SECONDS = 3600;
    private static final double MBIT = 1e6 / 8;
    private static final long SEEN_KEY_BYTES = 8;

    private final Question question;
    private final Inputs inputs;
    private final Population population;
    private final Flow flow;

    private Forecast(Question question) {
        this.question = question;
        this.inputs = question.inputs();
        this.population = Population.of(question.domains(), inputs);
        this.flow = Flow.of(question, population);
    }

    /// The plan. Takes seconds: every target of the last stage is simulated.
    public static Plan of(Question question) {
        return new Forecast(question).plan();
    }

    private Plan plan() {
        double span = flow.hours(question.domains());
        List<PartitionReport> parts = new LastStage(question, population, span).run();
        Counts counts = parts.stream().map(PartitionReport::counts).reduce(Counts.NONE, Counts::plus);
        long connections =
                parts.stream().mapToLong(PartitionReport::connections).sum();
        double crawl = Math.max(span, latest(parts, PartitionReport::endHours));
        double after = question.domains() * inputs.of(Input.AFTER_CPU_MS) / 1_000 / SECONDS;
        List<SlowNetwork> slowest = parts.stream()
                .flatMap(part -> part.slowest().stream())
                .sorted(Comparator.comparingDouble(SlowNetwork::aloneHours).reversed())
                .limit(SLOWEST)
                .toList();
        List<Plan.Bound> limits = limits(parts, slowest);
        return new Plan(
                question.domains(),
                question.workers(),
                question.cores(),
                question.resolvers(),
                question.resolverCores(),
                question.partitions(),
                question.chunkSize(),
                population.hosts(),
                connections,
                counts,
                Math.round(question.domains() * inputs.of(Input.DNS_FAILING_SHARE)),
                new Plan.Hours(span, span, latest(parts, PartitionReport::firstTriesHours), crawl, crawl + after),
                binds(limits, crawl),
                limits,
                load(span, crawl, counts, connections),
                storage(
                        counts,
                        parts.stream().mapToLong(PartitionReport::certificates).sum()),
                slowest,
                inputs.listed());
    }

    private static double latest(List<PartitionReport> parts, ToDoubleFunction<PartitionReport> hours) {
        return parts.stream().mapToDouble(hours).max().orElse(0);
    }

    private List<Plan.Bound> limits(List<PartitionReport> parts, List<SlowNetwork> slowest) {
        List<Plan.Bound> limits = new ArrayList<>();
        for (Flow.Limit limit : flow.limits()) {
            limits.add(new Plan.Bound(limit.what(), question.domains() / limit.domainsPerSecond() / SECONDS));
        }
        int share = question.rules().limits().overall();
        limits.add(new Plan.Bound(
                "connections in all, %d a partition".formatted(share),
                latest(parts, part -> part.heldHours() / share)));
        slowest.stream()
                .findFirst()
                .ifPresent(network -> limits.add(
                        new Plan.Bound("%s: %s".formatted(network.name(), network.why()), network.aloneHours())));
        limits.sort(Comparator.comparingDouble(Plan.Bound::hours).reversed());
        return limits;
    }

    /// The tightest limit, and what is lost beside it: targets that wait in one chunk for another's.
    private static String binds(List<Plan.Bound> limits, double crawl) {
        Plan.Bound tightest = limits.getFirst();
        return String.format(
                Locale.ROOT,
                "%s (%.1f h of %.1f h; the rest is waiting in line)",
                tightest.what(),
                tightest.hours(),
                crawl);
    }

    private Plan.Load load(double span, double crawl, Counts counts, long connections) {
        double seconds = span * SECONDS;
        double queries = question.domains() * inputs.of(Input.DOMAIN_QUERIES)
                + population.hosts() * inputs.of(Input.HOST_QUERIES);
        double upstream = queries * inputs.of(Input.UPSTREAM_QUERIES);
        long talks = counts.measured();
        long silences = connections - talks;
        double probeIn = talks * inputs.of(Input.PROBE_BYTES_IN) / (crawl * SECONDS);
        double probeOut = (talks * inputs.of(Input.PROBE_BYTES_OUT) + silences * inputs.of(Input.SILENT_BYTES_OUT))
                / (crawl * SECONDS);
        double firstMs =
                question.domains() * inputs.of(Input.DOMAIN_CPU_MS) + population.hosts() * inputs.of(Input.HOST_CPU_MS);
        double lastMs = connections * inputs.of(Input.PROBE_CPU_MS) + counts.targets() * inputs.of(Input.ROW_CPU_MS);
        return new Plan.Load(
                flow.tightest().domainsPerSecond(),
                (firstMs + lastMs) / 1_000 / SECONDS,
                firstMs / 1_000 / seconds + lastMs / 1_000 / (crawl * SECONDS),
                queries * inputs.of(Input.QUERY_CPU_MS) / 1_000 / seconds,
                queries / seconds,
                upstream / seconds,
                connections / (crawl * SECONDS),
                (upstream * inputs.of(Input.ANSWER_BYTES) / seconds + probeIn) / MBIT,
                (upstream * inputs.of(Input.QUERY_BYTES) / seconds + probeOut) / MBIT);
    }

    private Plan.Storage storage(Counts counts, long seenCertificates) {
        long frame = bytes(question.domains(), Input.FRAME_BYTES);
        long domains = bytes(question.domains(), Input.DOMAIN_BYTES);
        long hosts = bytes(population.hosts(), Input.HOST_BYTES);
        long smtp = bytes(counts.targets() + counts.putOff(), Input.SMTP_BYTES);
        long certificates = bytes(seenCertificates, Input.CERTIFICATE_BYTES);
        long work = frame + domains + hosts + smtp + certificates;
        long messages = question.domains() + population.hosts() + counts.targets();
        return new Plan.Storage(
                frame,
                domains,
                hosts,
                smtp,
                certificates,
                work,
                (long) (work * inputs.of(Input.RELEASE_SHARE)),
                bytes(messages, Input.MESSAGE_BYTES),
                messages * SEEN_KEY_BYTES);
    }

    private long bytes(long rows, Input each) {
        return Math.round(rows * inputs.of(each));
    }
}
