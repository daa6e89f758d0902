package org.mxcensus.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.crawler.dns.QueryLoad;
import org.mxcensus.datasets.store.Manifests;

/// What `mxcensus bench dns` measured.
public final class DnsFigures {

    private DnsFigures() {}

    /// `{queries, answered, unanswered, seconds, qps, cpu_us_per_query, latency_ms{p50, p99}}`.
    public static String json(QueryLoad.Result result) {
        ObjectNode figures = Manifests.JSON.createObjectNode();
        figures.put("queries", result.queries());
        figures.put("answered", result.answered());
        figures.put("unanswered", result.unanswered());
        figures.put("seconds", rounded(result.seconds(), 6));
        figures.put("qps", rounded(result.qps(), 0));
        figures.put("cpu_us_per_query", rounded(result.cpuMicros(), 2));
        figures.putObject("latency_ms")
                .put("p50", rounded(result.p50Millis(), 3))
                .put("p99", rounded(result.p99Millis(), 3));
        return figures.toPrettyString();
    }

    /// The same for a person.
    public static List<String> text(QueryLoad.Result result) {
        return List.of(
                "%s, %s of them answered, %s not."
                        .formatted(
                                Figures.count(result.queries(), "query", "queries"),
                                Figures.count(result.answered()),
                                Figures.count(result.unanswered())),
                String.format(
                        Locale.ROOT,
                        "%,.0f answers a second for %.1f s; %.1f µs of CPU a query.",
                        result.qps(),
                        result.seconds(),
                        result.cpuMicros()),
                String.format(
                        Locale.ROOT,
                        "Half of them took %.1f ms at most, 99 %% took %.1f ms at most.",
                        result.p50Millis(),
                        result.p99Millis()));
    }

    private static BigDecimal rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }
}
