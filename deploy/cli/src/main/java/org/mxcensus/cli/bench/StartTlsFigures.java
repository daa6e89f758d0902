package org.mxcensus.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.crawler.smtp.ProbeLoad;
import org.mxcensus.datasets.store.Manifests;

/// What `mxcensus bench starttls` measured.
public final class StartTlsFigures {

    private StartTlsFigures() {}

    /// `{probes, outcomes{NAME: count}, seconds, per_second, cpu_us_per_probe}`. What went before to warm up is in none
    /// of them.
    public static String json(ProbeLoad.Result result) {
        ObjectNode figures = Manifests.JSON.createObjectNode();
        figures.put("probes", result.probes());
        ObjectNode outcomes = figures.putObject("outcomes");
        result.outcomes().forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        figures.put("seconds", rounded(result.seconds(), 6));
        figures.put("per_second", rounded(result.perSecond(), 1));
        figures.put("cpu_us_per_probe", rounded(result.cpuMicros(), 1));
        return figures.toPrettyString();
    }

    /// The same for a person.
    public static List<String> text(ProbeLoad.Result result, ProbeLoad.Extent extent) {
        String outcomes = result.outcomes().entrySet().stream()
                .map(outcome -> Figures.count(outcome.getValue()) + " " + outcome.getKey())
                .collect(Collectors.joining(", "));
        return List.of(
                "%s: %s.".formatted(Figures.count(result.probes(), "probe", "probes"), outcomes),
                String.format(
                        Locale.ROOT,
                        "%,.1f a second for %.1f s, %,d at once; %.0f µs of CPU a probe, all threads and native code"
                                + " included.",
                        result.perSecond(),
                        result.seconds(),
                        extent.atOnce(),
                        result.cpuMicros()),
                extent.warmUp() == 0
                        ? "Nothing went before to warm up: short runs measure a cold JVM."
                        : "%s before, to warm up, are not counted."
                                .formatted(Figures.count(extent.warmUp(), "probe", "probes")));
    }

    private static BigDecimal rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }
}
