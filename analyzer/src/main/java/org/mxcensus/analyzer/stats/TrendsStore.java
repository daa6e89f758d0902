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
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Readers;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Reads `trends.duckdb`.
public final class TrendsStore implements Trends {
    private final Store store;
    private final Object opened;
    private final Readers readers;
    private final List<CrawlSummary> crawls;
    /// Where the figures of a metric begin. A cache of an earlier version lacks the metrics that have come since.
    private final Map<String, Integer> places = new HashMap<>();
    /// A cache of an earlier version lacks the groups that have come since.
    private final Set<String> keys;

    /// Read when it is first asked for: only who shows figures to others does.
    private Optional<Map<Scope, Set<LocalDate>>> betraying = Optional.empty();

    private TrendsStore(Store store, Object opened, Warehouse warehouse) {
        this.store = store;
        this.opened = opened;
        this.readers = new Readers(warehouse);
        new TrendsTables(warehouse).metrics().forEach(metric -> places.put(metric, 3 * places.size()));
        this.keys = warehouse.columns("groups");
        this.crawls = ask(Question.of(TrendsStore.class, "crawls"), row -> summary(row.getString(1)));
    }

    /// Opens the statistics as they are now.
    ///
    /// @return empty where there are none yet, or what is there was made by a version that kept them otherwise
    /// @throws UserError where they cannot be read
    public static Optional<Trends> open(Store store) {
        if (!store.exists(TrendsCache.FILE)) {
            return Optional.empty();
        }
        // DuckDB keeps one database a path within a process; a name of our own shows the file as it is now.
        Path link = store.scratch(TrendsCache.FILE);
        try {
            Files.createLink(link, store.local(TrendsCache.FILE));
            try {
                Object opened = identity(link);
                Warehouse warehouse = Warehouse.read(link, Limits.READER);
                if (!new TrendsTables(warehouse).exist()) {
                    warehouse.close();
                    return Optional.empty();
                }
                return Optional.of(new TrendsStore(store, opened, warehouse));
            } catch (IllegalStateException e) {
                throw new UserError(
                        "The figures in %s are damaged; run `mxcensus stats --data %s` to make them anew."
                                .formatted(store.local(TrendsCache.FILE), store),
                        e);
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
        return group("points", scope, weighting).stream()
                .flatMap(figures -> figures.values().stream())
                .toList();
    }

    @Override
    public Optional<ScopeRow> newest(Scope scope, Weighting weighting) {
        List<Map<Metric, AdoptionPoint>> figures = group("latest", scope, weighting);
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        LocalDate crawl = any(figures.getFirst()).crawl();
        return Optional.of(scopeRow(
                scope,
                crawl,
                figures.stream()
                        .filter(of ->
                                any(of).crawl().equals(crawl) || before(crawl).equals(Optional.of(any(of).crawl())))
                        .toList()));
    }

    @Override
    public List<ScopeRow> sources(Weighting weighting, int limit) {
        return largest(Grouping.SOURCE, Map.of(), weighting, limit);
    }

    @Override
    public List<ScopeRow> tlds(Weighting weighting, int limit) {
        return largest(Grouping.TLD, Map.of(), weighting, limit);
    }

    @Override
    public List<ScopeRow> providers(Weighting weighting, int limit) {
        return largest(Grouping.PROVIDER, Map.of(), weighting, limit);
    }

    @Override
    public List<ScopeRow> providersOfTld(String tld, Weighting weighting, int limit) {
        return largest(Grouping.TLD_PROVIDER, Map.of("tld", tld), weighting, limit);
    }

    @Override
    public List<ScopeRow> tldsOfProvider(String provider, Weighting weighting, int limit) {
        return largest(Grouping.TLD_PROVIDER, Map.of("provider", provider), weighting, limit);
    }

    @Override
    public List<ScopeRow> providerGroups(Weighting weighting, int limit) {
        return largest(Grouping.PROVIDER_GROUP, Map.of(), weighting, limit);
    }

    @Override
    public List<ScopeRow> dnsOperators(Weighting weighting, int limit) {
        return largest(Grouping.DNS_OPERATOR, Map.of(), weighting, limit);
    }

    @Override
    public List<ScopeRow> issuers(Weighting weighting, int limit) {
        return largest(Grouping.ISSUER, Map.of(), weighting, limit);
    }

    @Override
    public synchronized Set<LocalDate> betraying(Scope scope) {
        Map<Scope, Set<LocalDate>> all = betraying.orElseGet(this::readBetraying);
        betraying = Optional.of(all);
        return Collections.unmodifiableSet(all.getOrDefault(scope, Set.of()));
    }

    private Map<Scope, Set<LocalDate>> readBetraying() {
        Map<Scope, Set<LocalDate>> all = new HashMap<>();
        ask(
                Question.of(TrendsStore.class, "betraying"),
                row -> all.computeIfAbsent(Grouping.scopeOf(row), _ -> new HashSet<>())
                        .add(row.getObject("crawl", LocalDate.class)));
        return all;
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
        readers.close();
    }

    /// @param within keys that the groups share
    private List<ScopeRow> largest(Grouping grouping, Map<String, String> within, Weighting weighting, int limit) {
        if (crawls.isEmpty() || !keys.containsAll(grouping.keys())) {
            return List.of();
        }
        LocalDate newest = crawls.getLast().crawl();
        Map<Integer, Scope> groups = new LinkedHashMap<>();
        ask(
                keyed("largest", grouping.kind(), within)
                        .piece("keys", String.join(", ", grouping.keys()))
                        .value("weighting", weighting.id())
                        .value("crawl", newest)
                        .value("limit", limit)
                        .build(),
                row -> groups.put(row.getInt("id"), grouping.scope(row)));
        Map<Integer, List<Map<Metric, AdoptionPoint>>> figures = figuresOf(groups.keySet(), weighting, newest);
        return groups.entrySet().stream()
                .map(group -> scopeRow(group.getValue(), newest, figures.getOrDefault(group.getKey(), List.of())))
                .toList();
    }

    /// Of each group the figures of a crawl, then those of the crawl before it, if there are some.
    private Map<Integer, List<Map<Metric, AdoptionPoint>>> figuresOf(
            Set<Integer> groups, Weighting weighting, LocalDate crawl) {
        Map<Integer, List<Map<Metric, AdoptionPoint>>> figures = new HashMap<>();
        if (!groups.isEmpty()) {
            ask(
                    Question.named(TrendsStore.class, "figures_of")
                            .piece(
                                    "groups",
                                    groups.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                            .value("weighting", weighting.id())
                            .value("crawl", crawl)
                            .value("before", before(crawl).orElse(crawl))
                            .build(),
                    row -> figures.computeIfAbsent(row.getInt("group_id"), _ -> new ArrayList<>())
                            .add(figures(row, weighting)));
        }
        return figures;
    }

    /// @param figures of the crawl, then of the one before it
    private static ScopeRow scopeRow(Scope scope, LocalDate crawl, List<Map<Metric, AdoptionPoint>> figures) {
        return new ScopeRow(
                scope,
                crawl,
                any(figures.getFirst()).frame(),
                figures.getFirst(),
                figures.size() > 1 ? figures.getLast() : Map.of());
    }

    private Optional<LocalDate> before(LocalDate crawl) {
        return crawls.stream()
                .map(CrawlSummary::crawl)
                .filter(date -> date.isBefore(crawl))
                .reduce((_, later) -> later);
    }

    /// The rows of one group.
    ///
    /// @param name the question that asks for them
    private List<Map<Metric, AdoptionPoint>> group(String name, Scope scope, Weighting weighting) {
        Map<String, String> named = Grouping.of(scope).named(scope);
        if (!keys.containsAll(named.keySet())) {
            return List.of();
        }
        return ask(keyed("group", scope.kind(), named).build(), row -> row.getInt(1)).stream()
                .flatMap(id -> ask(
                        Question.named(TrendsStore.class, name)
                                .value("group", id)
                                .value("weighting", weighting.id())
                                .build(),
                        row -> figures(row, weighting))
                        .stream())
                .toList();
    }

    private static Question.Builder keyed(String name, String kind, Map<String, String> keys) {
        Question.Builder question = Question.named(TrendsStore.class, name)
                .piece(
                        "key",
                        keys.keySet().stream()
                                .map(key -> "AND %1$s = $%1$s".formatted(key))
                                .collect(Collectors.joining(" ")))
                .value("scope", kind);
        keys.forEach(question::value);
        return question;
    }

    /// One point a metric that the weighting has; unmeasured as a whole where the cache is older than the metric.
    private Map<Metric, AdoptionPoint> figures(ResultSet row, Weighting weighting) throws SQLException {
        LocalDate crawl = row.getObject("crawl", LocalDate.class);
        long frame = row.getLong("frame");
        Object[] figures = (Object[]) row.getArray("figures").getArray();
        Map<Metric, AdoptionPoint> points = new EnumMap<>(Metric.class);
        for (Metric metric : weighting.metrics()) {
            Integer place = places.get(metric.id());
            points.put(
                    metric,
                    place == null
                            ? new AdoptionPoint(crawl, metric, frame, 0, 0, frame)
                            : new AdoptionPoint(
                                    crawl, metric, frame, (long) figures[place], (long) figures[place + 1], (long)
                                            figures[place + 2]));
        }
        return points;
    }

    private static AdoptionPoint any(Map<Metric, AdoptionPoint> figures) {
        return figures.values().iterator().next();
    }

    private <T> List<T> ask(Question question, Warehouse.RowReader<T> reader) {
        return readers.ask(own -> own.ask(question, reader));
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
