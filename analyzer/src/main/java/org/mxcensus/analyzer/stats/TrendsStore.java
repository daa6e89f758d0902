package org.mxcensus.analyzer.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;

/// Reads `trends.duckdb`.
public final class TrendsStore implements Trends {
    private final Store store;
    private final Object opened;
    private final Warehouse warehouse;
    private final List<CrawlSummary> crawls;
    private final Set<String> columns;

    private TrendsStore(Store store, Object opened, Warehouse warehouse) {
        this.store = store;
        this.opened = opened;
        this.warehouse = warehouse;
        // A cache of an earlier version lacks the metrics that have come since.
        this.columns = warehouse.columns(Stats.ADOPTION);
        this.crawls = ask(Question.of(TrendsStore.class, "crawls"), row -> summary(row.getString(1)));
    }

    /// Opens the statistics as they are now.
    ///
    /// @return empty where there are none yet
    public static Optional<Trends> open(Store store) {
        if (!store.exists(TrendsCache.FILE)) {
            return Optional.empty();
        }
        // DuckDB keeps one database a path within a process; a name of our own shows the file as it is now.
        Path link = store.scratch(TrendsCache.FILE);
        try {
            Files.createLink(link, store.local(TrendsCache.FILE));
            try {
                return Optional.of(new TrendsStore(store, identity(link), Warehouse.read(link, Limits.READER)));
            } finally {
                Files.delete(link); // The open file stays readable without its name.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<CrawlSummary> crawls() {
        return crawls;
    }

    @Override
    public List<AdoptionPoint> points(Scope scope, Weighting weighting) {
        return ask(keyed("points", scope, weighting).build(), row -> figures(row, weighting)).stream()
                .flatMap(figures -> figures.values().stream())
                .toList();
    }

    @Override
    public Optional<ScopeRow> newest(Scope scope, Weighting weighting) {
        List<Map<Metric, AdoptionPoint>> figures =
                ask(keyed("points", scope, weighting).build(), row -> figures(row, weighting));
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        Map<Metric, AdoptionPoint> now = figures.getLast();
        LocalDate crawl = any(now).crawl();
        Map<Metric, AdoptionPoint> before = figures.size() < 2
                        || !Optional.of(any(figures.get(figures.size() - 2)).crawl())
                                .equals(before(crawl))
                ? Map.of()
                : figures.get(figures.size() - 2);
        return Optional.of(new ScopeRow(scope, crawl, any(now).frame(), now, before));
    }

    @Override
    public List<ScopeRow> sources(Weighting weighting, int limit) {
        return largest("source", "", Map.of(), weighting, limit, row -> new Scope.Source(row.getString("source")));
    }

    @Override
    public List<ScopeRow> tlds(Weighting weighting, int limit) {
        return largest("tld", "", Map.of(), weighting, limit, row -> new Scope.Tld(row.getString("tld")));
    }

    @Override
    public List<ScopeRow> providers(Weighting weighting, int limit) {
        return largest(
                "provider", "", Map.of(), weighting, limit, row -> new Scope.Provider(row.getString("provider")));
    }

    @Override
    public List<ScopeRow> providersOfTld(String tld, Weighting weighting, int limit) {
        return largest("tld_provider", "AND tld = $tld", Map.of("tld", tld), weighting, limit, TrendsStore::cell);
    }

    @Override
    public List<ScopeRow> tldsOfProvider(String provider, Weighting weighting, int limit) {
        return largest(
                "tld_provider",
                "AND provider = $provider",
                Map.of("provider", provider),
                weighting,
                limit,
                TrendsStore::cell);
    }

    @Override
    public boolean current() {
        try {
            return store.exists(TrendsCache.FILE)
                    && identity(store.local(TrendsCache.FILE)).equals(opened);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        warehouse.close();
    }

    private static Scope cell(ResultSet row) throws SQLException {
        return new Scope.TldProvider(row.getString("tld"), row.getString("provider"));
    }

    private List<ScopeRow> largest(
            String kind,
            String key,
            Map<String, Object> values,
            Weighting weighting,
            int limit,
            Warehouse.RowReader<Scope> scope) {
        if (crawls.isEmpty()) {
            return List.of();
        }
        LocalDate newest = crawls.getLast().crawl();
        Question.Builder question = Question.named(TrendsStore.class, "largest")
                .piece("key", key)
                .value("scope", kind)
                .value("weighting", weighting.id())
                .value("crawl", newest)
                .value("before", before(newest).orElse(newest))
                .value("limit", limit);
        values.forEach(question::value);
        Map<Scope, List<Map<Metric, AdoptionPoint>>> groups = new LinkedHashMap<>();
        ask(
                question.build(),
                row -> groups.computeIfAbsent(scope.read(row), _ -> new ArrayList<>())
                        .add(figures(row, weighting)));
        List<ScopeRow> rows = new ArrayList<>();
        groups.forEach((group, figures) -> rows.add(new ScopeRow(
                group,
                newest,
                any(figures.getFirst()).frame(),
                figures.getFirst(),
                figures.size() > 1 ? figures.getLast() : Map.of())));
        return rows;
    }

    private Optional<LocalDate> before(LocalDate crawl) {
        return crawls.stream()
                .map(CrawlSummary::crawl)
                .filter(date -> date.isBefore(crawl))
                .reduce((_, later) -> later);
    }

    private static Question.Builder keyed(String name, Scope scope, Weighting weighting) {
        Question.Builder question = Question.named(TrendsStore.class, name)
                .value("scope", scope.kind())
                .value("weighting", weighting.id());
        return switch (scope) {
            case Scope.All _ -> question.piece("key", "");
            case Scope.Source(String source) ->
                question.piece("key", "AND source = $source").value("source", source);
            case Scope.Tld(String tld) ->
                question.piece("key", "AND tld = $tld").value("tld", tld);
            case Scope.Provider(String provider) ->
                question.piece("key", "AND provider = $provider").value("provider", provider);
            case Scope.TldProvider(String tld, String provider) ->
                question.piece("key", "AND tld = $tld AND provider = $provider")
                        .value("tld", tld)
                        .value("provider", provider);
        };
    }

    /// One point a metric that the weighting has; unmeasured as a whole where the cache is older than the metric.
    private Map<Metric, AdoptionPoint> figures(ResultSet row, Weighting weighting) throws SQLException {
        LocalDate crawl = row.getObject("crawl", LocalDate.class);
        Map<Metric, AdoptionPoint> figures = new EnumMap<>(Metric.class);
        for (Metric metric : weighting.metrics()) {
            long frame = row.getLong("frame");
            figures.put(
                    metric,
                    columns.contains(metric.id() + "_numerator")
                            ? new AdoptionPoint(
                                    crawl,
                                    metric,
                                    frame,
                                    row.getLong(metric.id() + "_numerator"),
                                    row.getLong(metric.id() + "_denominator"),
                                    row.getLong(metric.id() + "_unmeasured"))
                            : new AdoptionPoint(crawl, metric, frame, 0, 0, frame));
        }
        return figures;
    }

    private static AdoptionPoint any(Map<Metric, AdoptionPoint> figures) {
        return figures.values().iterator().next();
    }

    private <T> List<T> ask(Question question, Warehouse.RowReader<T> reader) {
        try (Warehouse own = warehouse.duplicate()) {
            return own.ask(question, reader);
        }
    }

    private static CrawlSummary summary(String json) {
        try {
            return Manifests.JSON.readValue(json, CrawlSummary.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The file itself, whatever its name.
    private static Object identity(Path file) throws IOException {
        return Optional.ofNullable(Files.getAttribute(file, "unix:ino")).orElseThrow();
    }
}
