package org.mxcensus.analyzer.stats;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;

/// What lies in `trends.duckdb`: tables `figures`, `groups`, `metrics`, `crawls` and `betraying`, which [TrendsStore]
/// reads,
/// and the views over them for people.
final class TrendsTables {
    private static final List<String> TABLES = List.of("figures", "betraying");
    private static final List<String> METRICS =
            MetricSql.OF_DOMAINS.stream().map(Metric::id).toList();

    /// Rows that are sorted at once: they are some 400 MB then.
    private static final long ROWS_AT_ONCE = 250_000;

    private static final SmallGroups SMALL = new SmallGroups(Scope.SMALLEST_CELL);

    private final Warehouse warehouse;

    TrendsTables(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /// Whether a database has these tables, if perhaps with other metrics or groups.
    boolean exist() {
        return warehouse
                .ask(Question.of(TrendsTables.class, "relations"), row -> row.getString(1))
                .containsAll(TABLES);
    }

    /// Whether they have exactly the metrics and the groups that there are today.
    boolean areOfThisVersion() {
        Set<String> groups = new HashSet<>(Grouping.KEYS);
        groups.addAll(List.of("id", "scope"));
        return exist()
                && metrics().equals(METRICS)
                && warehouse.columns("groups").equals(groups)
                && warehouse.columns("crawls").contains("run");
    }

    /// The metrics that there are figures of, in the order of these.
    List<String> metrics() {
        return warehouse.ask(Question.of(TrendsTables.class, "metrics_known"), row -> row.getString(1));
    }

    /// Makes them, empty.
    void create() {
        make("trends_groups", "keys", Grouping.types());
        make("trends_metrics", "metrics", METRICS.stream().map(Question::quoted).collect(Collectors.joining(", ")));
        make("trends_crawls", "", "");
        make("trends_figures", "", "");
        make("trends_betraying", "", "");
        make("trends_adoption", "columns", MetricSql.placed("f.figures"));
        AdoptionLong.define(warehouse);
        Comments.write(warehouse);
    }

    private void make(String name, String piece, String sql) {
        warehouse.run(Question.named(TrendsTables.class, name).piece(piece, sql).build());
    }

    /// By what each crawl is known to be the same still.
    Map<LocalDate, String> origins() {
        return warehouse
                .ask(
                        Question.of(TrendsTables.class, "origins_known"),
                        row -> Map.entry(row.getObject(1, LocalDate.class), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void drop(LocalDate crawl) {
        about("crawl", crawl, "figures_drop", "betraying_drop", "crawls_drop");
    }

    /// Takes the figures of one more crawl.
    ///
    /// @param files its files of table `adoption`, which may be of an earlier version
    /// @param summary [CrawlSummary] as JSON
    /// @param origin changes when any of these does
    void add(LocalDate crawl, List<Path> files, String summary, String origin) {
        Set<String> present = warehouse.columns("SELECT * FROM " + Warehouse.files(files));
        warehouse.run(Question.named(TrendsTables.class, "released")
                .piece("relation", Warehouse.files(files))
                .piece("given", Grouping.all(present))
                .piece("keys", String.join(", ", Grouping.KEYS))
                .piece("columns", MetricSql.ofPublished(present))
                .piece("figures", MetricSql.columns(""))
                .build());
        warehouse.run(Question.named(TrendsTables.class, "groups_add")
                .piece("keys", String.join(", ", Grouping.KEYS))
                .piece("same", same())
                .build());
        warehouse.run(Question.named(TrendsTables.class, "figures_add")
                .piece("same", same())
                .value("crawl", crawl)
                .build());
        warehouse.run(Question.named(TrendsTables.class, "betraying_add")
                .piece("keys", Grouping.KEYS.stream().map("r."::concat).collect(Collectors.joining(", ")))
                .piece("same", same())
                .piece("betraying", SMALL.betraying(warehouse, "released"))
                .value("crawl", crawl)
                .build());
        warehouse.run(Question.of(TrendsTables.class, "released_drop"));
        warehouse.run(Question.named(TrendsTables.class, "crawls_add")
                .value("crawl", crawl)
                .value("summary", summary)
                .value("origin", origin)
                .build());
    }

    /// Lays the figures of crawls together, group by group, as [Runs] says: who follows a group over time finds them in
    /// a few places however many crawls there are, and they take a fraction of the room.
    void settle() {
        Map<Integer, List<LocalDate>> known = warehouse
                .ask(
                        Question.of(TrendsTables.class, "runs_known"),
                        row -> Map.entry(row.getInt(2), row.getObject(1, LocalDate.class)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Runs.merged(known.values()).forEach(this::lay);
    }

    private void lay(List<LocalDate> crawls) {
        int run = warehouse
                .ask(Question.of(TrendsTables.class, "run_next"), row -> row.getInt(1))
                .getFirst();
        for (LocalDate crawl : crawls) {
            warehouse.run(Question.named(TrendsTables.class, "run_join")
                    .value("run", run)
                    .value("crawl", crawl)
                    .build());
        }
        long[] size = warehouse
                .ask(
                        Question.named(TrendsTables.class, "run_rows")
                                .value("run", run)
                                .build(),
                        row -> new long[] {row.getLong(1), row.getLong(2)})
                .getFirst();
        long groups = Math.max(1, size[1] * ROWS_AT_ONCE / Math.max(1, size[0]));
        for (long above = 0; above < size[1]; above += groups) {
            lay(run, above, above + groups);
        }
    }

    /// @param above the numbers of groups that are laid are higher than this
    /// @param most and at most this
    private void lay(int run, long above, long most) {
        for (String name : List.of("settling", "settling_delete")) {
            warehouse.run(Question.named(TrendsTables.class, name)
                    .value("run", run)
                    .value("above", above)
                    .value("most", most)
                    .build());
        }
        warehouse.run(Question.of(TrendsTables.class, "settling_insert"));
        warehouse.run(Question.of(TrendsTables.class, "settling_drop"));
    }

    private void about(String what, Object value, String... names) {
        for (String name : names) {
            warehouse.run(
                    Question.named(TrendsTables.class, name).value(what, value).build());
        }
    }

    private static String same() {
        return Grouping.KEYS.stream()
                .map("g.%1$s IS NOT DISTINCT FROM r.%1$s"::formatted)
                .collect(Collectors.joining(" AND "));
    }
}
