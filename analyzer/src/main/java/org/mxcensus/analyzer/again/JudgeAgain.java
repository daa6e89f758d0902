package org.mxcensus.analyzer.again;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.verdict.JudgeCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Runs the present judges over a crawl and compares their verdicts with the earlier ones.
public final class JudgeAgain {
    private final Warehouse warehouse;
    private final List<Compared> compared;
    private final List<String> added;

    private JudgeAgain(Warehouse warehouse) {
        this.warehouse = warehouse;
        Set<String> before = warehouse.columns("verdicts_before");
        this.compared = Compared.ALL.stream()
                .filter(verdict -> before.contains(verdict.column()))
                .toList();
        this.added = Compared.ALL.stream()
                .map(Compared::column)
                .filter(column -> !before.contains(column))
                .distinct()
                .toList();
    }

    /// Judges a finished crawl; see [JudgeCrawl#run].
    ///
    /// @throws UserError where the crawl has not been finished
    public static JudgedAgain run(Store store, LocalDate crawl, TrustRoots roots, Providers providers, Instant now) {
        // Read first: the files of the earlier verdicts stay for a while, the list of them does not.
        Manifest before = new Manifests(store).find(crawl).orElse(null);
        Manifest after = JudgeCrawl.run(store, crawl, roots, providers, now);
        String table = Table.DOMAIN_VERDICTS.name();
        if (before == null
                || before.paths(table).isEmpty()
                || before.paths(table).equals(after.paths(table))) {
            return new JudgedAgain(before == null ? after : before, after, 0, 0, List.of(), List.of());
        }
        try (Warehouse warehouse = Warehouse.inMemory(store, Limits.DEFAULT)) {
            warehouse.view("verdicts_before", table, store, List.of(before));
            warehouse.view("verdicts_after", table, store, List.of(after));
            return new JudgeAgain(warehouse).compare(before, after);
        }
    }

    private JudgedAgain compare(Manifest before, Manifest after) {
        String differs = compared.stream().map(Compared::differs).collect(Collectors.joining("\n    OR "));
        long[] counts = warehouse
                .ask(
                        Question.named(JudgeAgain.class, "changed_domains")
                                .piece("differs", differs)
                                .build(),
                        row -> new long[] {row.getLong(1), row.getLong(2)})
                .getFirst();
        List<Change> changes = warehouse.ask(
                Question.named(JudgeAgain.class, "changes")
                        .piece("differs", differs)
                        .piece(
                                "columns",
                                IntStream.range(0, compared.size())
                                        .mapToObj(place -> compared.get(place).struct(place))
                                        .collect(Collectors.joining(",\n        ")))
                        .build(),
                JudgeAgain::change);
        return new JudgedAgain(before, after, counts[1], counts[0], changes, added);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                texts(row.getArray(6)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Stream.of((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
