package org.mxcensus.analyzer.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;

/// What `trends.duckdb` says of itself to whoever opens it: comments on its tables and views.
final class Comments {
    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "TABLE crawls",
                "The crawls that have figures: date, and a summary of the manifest as JSON. Figures of crawls of one run lie "
                        + "group by group.");
        ALL.put("TABLE groups", "What figures are of, by number; view adoption has them beside the figures.");
        ALL.put("TABLE metrics", "The metrics in the order in which table figures has the figures of each.");
        ALL.put(
                "TABLE betraying",
                "Groups that are large enough to be shown to anybody, and would betray small ones in a crawl.");
        ALL.put("TABLE figures", "The figures as programs read them; view adoption has them by name.");
        ALL.put(
                "VIEW adoption",
                "The figures of all crawls: a row for each crawl, group and weighting, three columns for each metric. "
                        + "METRICS.md says what each metric counts.");
        ALL.put(
                "VIEW adoption_long",
                "The same with a row for each metric. Domains of the group = denominator + unmeasured + those of which the "
                        + "metric does not ask.");
        AdoptionColumns.MEANINGS.forEach((name, text) -> ALL.put("COLUMN adoption_long." + name, text));
    }

    private Comments() {}

    /// Writes them into a warehouse that has them.
    static void write(Warehouse warehouse) {
        ALL.forEach((what, text) -> warehouse.run(Question.named(Comments.class, "comment")
                .piece("what", what)
                .piece("text", Question.quoted(text))
                .build()));
    }
}
