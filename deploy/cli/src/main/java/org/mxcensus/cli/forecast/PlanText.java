package org.mxcensus.cli.forecast;

import com.fasterxml.jackson.core.JacksonException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;
import org.mxcensus.crawler.forecast.Basis;
import org.mxcensus.crawler.forecast.Counts;
import org.mxcensus.crawler.forecast.Input;
import org.mxcensus.crawler.forecast.Plan;
import org.mxcensus.crawler.forecast.SlowNetwork;
import org.mxcensus.datasets.store.Manifests;

/// A plan on one screen.
public final class PlanText {
    private static final double GB = 1e9;
    private static final int WIDTH = 110;
    private static final int LIMITS = 4;

    private final Plan plan;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Plan plan, Style style) {
        this.plan = plan;
        this.style = style;
    }

    /// The plan as JSON, all of its inputs with it.
    public static String json(Plan plan) {
        try {
            return Manifests.JSON.writeValueAsString(plan);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All inputs and where they come from, a line each.
    public static List<String> inputs(List<Plan.Given> inputs) {
        return inputs.stream()
                .map(input -> "%-26s %14s  %-9s  %s%s"
                        .formatted(
                                input.name(),
                                number(input.value()),
                                input.basis().name().toLowerCase(Locale.ROOT),
                                input.meaning(),
                                input.source().isEmpty() ? "" : "; " + input.source()))
                .toList();
    }

    /// The plan for a person.
    public static List<String> of(Plan plan, Style style) {
        PlanText text = new PlanText(plan, style);
        text.head();
        text.hours();
        text.targets();
        text.load();
        text.storage();
        text.slowest();
        text.assumptions();
        return List.copyOf(text.lines);
    }

    private void head() {
        lines.add(style.bold("%s with %s of %d cores, %s of %d, %d partitions, chunks of %,d"
                .formatted(
                        Figures.count(plan.domains(), "domain", "domains"),
                        Figures.count(plan.workers(), "worker", "workers"),
                        plan.coresPerWorker(),
                        Figures.count(plan.resolvers(), "resolver", "resolvers"),
                        plan.coresPerResolver(),
                        plan.partitions(),
                        plan.chunkSize())));
        lines.add("");
    }

    private void hours() {
        Plan.Hours hours = plan.hours();
        lines.add(style.bold("Hours from the beginning"));
        lines.add(hour("domains and hosts looked at", hours.hosts()));
        lines.add(hour("every mail server tried once", hours.firstTries()));
        lines.add(hour("crawl ended", hours.crawl()));
        lines.add(hour("finished, judged, counted (on one machine)", hours.result()));
        lines.add("  bound by " + plan.binds());
        lines.add("  What the tightest limits would come to, each alone:");
        plan.limits().stream().limit(LIMITS).forEach(limit -> lines.add("  " + hour(limit.what(), limit.hours())));
    }

    private static String hour(String what, double hours) {
        return "  %-72s %8s".formatted(what, figure(hours));
    }

    private void targets() {
        Counts counts = plan.targets();
        long all = counts.targets();
        lines.add("");
        lines.add(style.bold("%s (a host name with one of its addresses), by %s"
                .formatted(
                        Figures.count(all, "target", "targets"),
                        Figures.count(plan.connections(), "connection", "connections"))));
        lines.add(count("probed and measured", counts.measured(), all));
        lines.add(count("taken over from other names of the address", counts.reused(), all));
        lines.add(count(
                "unmeasured: nobody answered, or only to say 4yz", counts.unmeasured() - counts.overBudget(), all));
        lines.add(count("unmeasured: our own limits", counts.overBudget(), all));
        lines.add(count("and domains whose look-ups fail", plan.domainsUnmeasured(), plan.domains()));
    }

    private static String count(String what, long part, long whole) {
        return "  %-48s %14s %8s".formatted(what, Figures.count(part), Figures.share(part, whole));
    }

    private void load() {
        Plan.Load load = plan.load();
        lines.add("");
        lines.add(style.bold("While domains are looked at"));
        lines.add("  a second: %s domains, %s queries to resolvers and %s from them to the world, %s connections"
                .formatted(
                        figure(load.domainsPerSecond()),
                        figure(load.queriesPerSecond()),
                        figure(load.upstreamPerSecond()),
                        figure(load.connectionsPerSecond())));
        lines.add("  cores busy: %s of %d with the crawl (%s core hours in all), %s of %d with resolving"
                .formatted(
                        figure(load.coresBusy()),
                        plan.workers() * plan.coresPerWorker(),
                        figure(load.coreHours()),
                        figure(load.resolverCoresBusy()),
                        plan.resolvers() * plan.coresPerResolver()));
        lines.add("  bandwidth: %s Mbit/s in, %s Mbit/s out".formatted(figure(load.mbitIn()), figure(load.mbitOut())));
    }

    private void storage() {
        Plan.Storage storage = plan.storage();
        lines.add("");
        lines.add(style.bold("Storage, in GB"));
        lines.add("  crawl %s: frame %s, domains %s, hosts %s, mail servers %s, certificates %s"
                .formatted(
                        figure(storage.work() / GB),
                        figure(storage.frame() / GB),
                        figure(storage.domains() / GB),
                        figure(storage.hosts() / GB),
                        figure(storage.smtp() / GB),
                        figure(storage.certificates() / GB)));
        lines.add("  release %s; Kafka log %s a copy; memory of all workers together for what has been seen %s"
                .formatted(
                        figure(storage.release() / GB), figure(storage.log() / GB), figure(storage.seenKeys() / GB)));
    }

    private void slowest() {
        lines.add("");
        lines.add(style.bold("%-50s %11s %11s %8s %8s  %s"
                .formatted("The slowest networks", "names", "connections", "alone h", "ended h", "because of")));
        for (SlowNetwork network : plan.slowest()) {
            lines.add("  %-48s %11s %11s %8s %8s  %s"
                    .formatted(
                            network.name(),
                            Figures.count(network.names()),
                            Figures.count(network.connections()),
                            figure(network.aloneHours()),
                            figure(network.endedHours()),
                            network.why()));
        }
    }

    private void assumptions() {
        lines.add("");
        wrapped("Assumed, not measured: " + named(Basis.ASSUMED) + ".");
        wrapped("All %d inputs and where they come from: mxcensus forecast --inputs; --set changes one."
                .formatted(Input.values().length));
    }

    private void wrapped(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }

    private String named(Basis basis) {
        return plan.inputs().stream()
                .filter(input -> input.basis() == basis)
                .map(Plan.Given::name)
                .collect(Collectors.joining(", "));
    }

    /// Three digits that count.
    private static String figure(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Figures.count((long) value)
                : String.valueOf(value);
    }
}
