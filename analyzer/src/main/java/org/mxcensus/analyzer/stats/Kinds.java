package org.mxcensus.analyzer.stats;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Units that are alike in everything that metrics ask of them are of one kind: a million domains are of some
/// thousand. What a metric finds is asked of kinds alone. A kind is named by a digest of what it rests on.
final class Kinds {
    private final List<Metric> metrics;
    private final Function<Metric, Predicate> predicate;
    private final Set<String> present;
    private final SortedSet<String> asked = new TreeSet<>();

    /// @param predicate what a metric asks of a unit
    /// @param present the columns that the rows of [Predicate] have, which may be of an earlier version
    Kinds(List<Metric> metrics, Function<Metric, Predicate> predicate, Set<String> present) {
        this.metrics = metrics;
        this.predicate = predicate;
        this.present = present;
        metrics.forEach(metric -> asked.addAll(predicate.apply(metric).asked(present)));
    }

    /// SQL over a table: the name of the kind that its row is of.
    ///
    /// @param row as [Predicate] calls it
    String name(String row) {
        return Stream.concat(Stream.of("TRUE"), asked(row)).collect(Collectors.joining(", ", "hash(", ")"));
    }

    /// SQL over a table: all that metrics ask of its row.
    String columns(String row) {
        return asked(row)
                .map(column -> "%s AS %s".formatted(column, Predicate.flat(row + "." + column)))
                .collect(Collectors.joining(", "));
    }

    /// SQL over what [#columns(String)] gives of all rows: the finding of each metric. No other value is taken, so
    /// that for every group frame = measured + unmeasured + not applicable.
    String findings() {
        return metrics.stream()
                .map(metric -> "CAST(%s AS ENUM ('YES', 'NO', 'UNMEASURED')) AS %s"
                        .formatted(predicate.apply(metric).told(present), metric.id()))
                .collect(Collectors.joining(",\n    "));
    }

    private Stream<String> asked(String row) {
        return asked.stream()
                .filter(column -> column.startsWith(row + "."))
                .map(column -> column.substring(row.length() + 1));
    }
}
