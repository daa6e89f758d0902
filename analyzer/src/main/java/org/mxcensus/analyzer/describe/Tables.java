package org.mxcensus.analyzer.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionColumns;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.datasets.release.ColumnDoc;
import org.mxcensus.datasets.release.SchemaDoc;
import org.mxcensus.datasets.release.TableDoc;
import org.mxcensus.datasets.release.ValueDoc;

/// Every table that a release may have, with what its columns mean.
///
/// @param version of the tables
/// @param all in the order of the flow
/// @param values the closed sets by their names
record Tables(int version, List<TableDoc> all, SortedMap<String, List<ValueDoc>> values) {
    /// The figures as CSV has them.
    static final String LONG = "adoption_long";

    private static final String METRIC = "Metric";

    static Tables load() {
        SchemaDoc schema = SchemaDoc.load();
        SortedMap<String, List<ValueDoc>> values = new TreeMap<>(schema.values());
        values.put(
                METRIC,
                Stream.of(Metric.values())
                        .map(metric -> new ValueDoc(metric.id(), metric.sentence()))
                        .toList());
        return new Tables(
                schema.version(),
                Stream.concat(schema.tables().stream(), Stream.of(wide(), narrow()))
                        .toList(),
                values);
    }

    Optional<TableDoc> find(String name) {
        return all.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private static TableDoc narrow() {
        List<ColumnDoc> columns = new ArrayList<>();
        columns.add(column(AdoptionColumns.CRAWL, "date"));
        columns.addAll(group());
        columns.add(new ColumnDoc("metric", "string", false, meaning("metric"), null, null, METRIC, List.of()));
        columns.add(column("frame", "int64"));
        columns.addAll(figures());
        return new TableDoc(
                LONG,
                List.of(),
                "The figures as CSV, a file for each crawl: csv/adoption/crawl=*/*.csv.gz. Units of the group ="
                        + " denominator + unmeasured + those of which the metric does not ask.",
                columns);
    }

    private static TableDoc wide() {
        List<ColumnDoc> columns = new ArrayList<>(group());
        columns.add(column("frame", "int64"));
        for (Metric metric : Metric.values()) {
            figures()
                    .forEach(figure -> columns.add(ColumnDoc.nullable(
                            metric.id() + "_" + figure.name(),
                            "int64",
                            metric.title() + ": " + figure.meaning(),
                            "where this weighting has no such figure")));
        }
        return new TableDoc(
                Stats.ADOPTION,
                List.of(),
                "The same figures as Parquet: a row for each group and weighting, three columns for each metric.",
                columns);
    }

    private static List<ColumnDoc> group() {
        List<ColumnDoc> columns = new ArrayList<>();
        columns.add(column("scope", "string"));
        AdoptionColumns.KEYS.forEach(key -> columns.add(
                ColumnDoc.nullable(key, "string", "The name of the group.", "where the group is of another kind")));
        columns.add(column("weighting", "string"));
        return columns;
    }

    private static List<ColumnDoc> figures() {
        return Stream.of("numerator", "denominator", "unmeasured")
                .map(name -> ColumnDoc.plain(name, "int64", meaning(name)))
                .toList();
    }

    private static ColumnDoc column(String name, String type) {
        return ColumnDoc.plain(name, type, meaning(name));
    }

    private static String meaning(String column) {
        return AdoptionColumns.MEANINGS.getOrDefault(column, "");
    }
}
