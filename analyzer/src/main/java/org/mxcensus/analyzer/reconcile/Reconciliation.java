package org.mxcensus.analyzer.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Recipe;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;

/// The figures of a crawl by every [Definition], and the way from one to another. For one thread.
public final class Reconciliation implements AutoCloseable {
    private static final List<Table<?>> TABLES = List.of(
            Table.FRAME,
            Table.DOMAINS,
            Table.MX_HOSTS,
            Table.HOST_VERDICTS,
            Table.EXCHANGE_VERDICTS,
            Table.DOMAIN_VERDICTS);

    private final Warehouse warehouse;
    private final Optional<String> tld;

    private Reconciliation(Warehouse warehouse, Optional<String> tld) {
        this.warehouse = warehouse;
        this.tld = tld;
    }

    /// Domains or hosts that are alike.
    ///
    /// @param outcomes by each of the rules that were asked for
    private record Alike(List<Outcome> outcomes, long number) {}

    /// Reads a judged crawl.
    ///
    /// @param tld only domains below it; empty for all
    /// @throws org.mxcensus.datasets.store.UserError where the crawl was not judged
    public static Reconciliation of(Store store, LocalDate crawl, Optional<String> tld) {
        return of(store, crawl, tld, Limits.DEFAULT);
    }

    /// The same within given limits.
    public static Reconciliation of(Store store, LocalDate crawl, Optional<String> tld, Limits limits) {
        Manifest manifest = JudgedCrawl.of(store, crawl);
        Warehouse warehouse = Warehouse.confined(store, limits);
        try {
            for (Table<?> table : TABLES) {
                warehouse.view(table.name(), store, List.of(manifest));
            }
            warehouse.run(Question.of(Reconciliation.class, "seen_hosts"));
            warehouse.run(Question.of(Reconciliation.class, "alike_domains"));
            return new Reconciliation(warehouse, tld);
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    /// The figure by each definition.
    public Map<Definition, Figure> figures() {
        List<Definition> definitions = List.of(Definition.values());
        List<Alike> alike = alike(definitions.stream().map(Definition::rules).toList());
        Map<Definition, Figure> figures = new EnumMap<>(Definition.class);
        for (int i = 0; i < definitions.size(); i++) {
            figures.put(definitions.get(i), figure(alike, i));
        }
        return figures;
    }

    /// [Definition#USENIX_2020] counted as the paper counts: not domains but the MX hosts that they name, each once.
    public Figure servers() {
        return figure(
                warehouse.ask(
                        Question.named(Reconciliation.class, "servers")
                                .value("tld", tld.orElse(""))
                                .build(),
                        row -> new Alike(List.of(Outcome.valueOf(row.getString(1))), row.getLong(2))),
                0);
    }

    /// The way from one definition to another.
    public Waterfall between(Definition from, Definition to) {
        List<Rule> changed = from.rules().toBecome(to.rules());
        List<Rules> way = from.rules().wayTo(to.rules());
        List<Alike> alike = alike(way);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            steps.add(new Step(
                    way.get(i).replacedBy(changed.get(i)), changed.get(i), shifts(alike, i), figure(alike, i + 1)));
        }
        return new Waterfall(from, to, figure(alike, 0), steps, recipe(from, changed, way));
    }

    private Recipe recipe(Definition from, List<Rule> changed, List<Rules> way) {
        String rules = IntStream.range(0, way.size())
                .mapToObj(i -> "{'place': %d, 'rule': %s, 'before': outcome_%d, 'after': outcome_%d}"
                        .formatted(
                                i,
                                Question.quoted(
                                        i == 0
                                                ? from.title()
                                                : changed.get(i - 1).phrase()),
                                Math.max(i - 1, 0),
                                i))
                .collect(Collectors.joining(",\n        "));
        return warehouse
                .recipe()
                .keep("outcomes", outcomes(way))
                .then(Question.named(Reconciliation.class, "waterfall")
                        .piece("rules", rules)
                        .build());
    }

    private static Figure figure(List<Alike> alike, int index) {
        Figure figure = Figure.NONE;
        for (Alike some : alike) {
            figure = figure.plus(some.outcomes().get(index), some.number());
        }
        return figure;
    }

    private static List<Shift> shifts(List<Alike> alike, int index) {
        Map<Outcome, Map<Outcome, Long>> sums = new TreeMap<>();
        for (Alike some : alike) {
            sums.computeIfAbsent(some.outcomes().get(index), _ -> new TreeMap<>())
                    .merge(some.outcomes().get(index + 1), some.number(), Long::sum);
        }
        return sums.entrySet().stream()
                .flatMap(before -> before.getValue().entrySet().stream()
                        .map(after -> new Shift(before.getKey(), after.getKey(), after.getValue())))
                .toList();
    }

    private List<Alike> alike(List<Rules> rules) {
        return warehouse.ask(outcomes(rules), row -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 1; i <= rules.size(); i++) {
                outcomes.add(Outcome.valueOf(row.getString(i)));
            }
            return new Alike(List.copyOf(outcomes), row.getLong("domains"));
        });
    }

    private Question outcomes(List<Rules> rules) {
        OutcomeSql sql = new OutcomeSql(rules);
        return Question.named(Reconciliation.class, "outcomes")
                .piece("findings", sql.findings())
                .piece("outcomes", sql.outcomes())
                .value("tld", tld.orElse(""))
                .build();
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
