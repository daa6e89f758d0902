package org.mxcensus.cli.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Truth against verdict, counted.
final class ConfusionMatrix {

    private final String what;
    private final Map<Cell, Integer> cells = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    private record Cell(String truth, String verdict, Said.Kind kind) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::truth).thenComparing(Cell::verdict).thenComparing(Cell::kind);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /// @param what is judged, a phrase
    ConfusionMatrix(String what) {
        this.what = what;
    }

    String what() {
        return what;
    }

    /// Where both say nothing, the question does not arise.
    ///
    /// @param who is judged
    void add(String who, Said truth, Said said) {
        if (truth.verdict().isEmpty() && said.verdict().isEmpty()) {
            return;
        }
        Cell cell = new Cell(truth.verdict(), said.verdict(), said.beside(truth));
        cells.merge(cell, 1, Integer::sum);
        if (cell.kind() == Said.Kind.WRONG) {
            wrong.add("%s: %s is %s, judged %s".formatted(what, who, word(cell.truth()), word(cell.verdict())));
        }
    }

    /// What another one of the same phrase has counted.
    void add(ConfusionMatrix other) {
        other.cells.forEach((cell, count) -> cells.merge(cell, count, Integer::sum));
        wrong.addAll(other.wrong);
    }

    /// What is judged otherwise than is true, a sentence each.
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    int total() {
        return count(_ -> true);
    }

    int count(Said.Kind kind) {
        return count(cell -> cell.kind() == kind);
    }

    int count(String truth, String verdict) {
        return count(cell -> cell.truth().equals(truth) && cell.verdict().equals(verdict));
    }

    /// Of how many an outcome is true.
    int trueOf(String outcome) {
        return count(cell -> cell.truth().equals(outcome));
    }

    /// Of how many an outcome is judged.
    int judgedOf(String outcome) {
        return count(cell -> cell.verdict().equals(outcome));
    }

    /// Of a hundred, how many are right.
    double right() {
        return 100.0 * count(Said.Kind.RIGHT) / total();
    }

    /// Of a hundred, how many could not be told, be it that nobody can.
    double unmeasured() {
        return 100.0 * count(cell -> cell.kind() == Said.Kind.UNTOLD || Said.isUntold(cell.verdict())) / total();
    }

    /// Of a hundred that could be told, how many are right.
    double rightOfTold() {
        return 100.0 * count(Said.Kind.RIGHT) / (total() - count(Said.Kind.UNTOLD));
    }

    /// All that is true of something, or judged.
    List<String> outcomes() {
        return List.copyOf(cells.keySet().stream()
                .flatMap(cell -> Stream.of(cell.truth(), cell.verdict()))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// A line a cell: truth, verdict, how many; a mark where they differ.
    String text() {
        StringBuilder text = new StringBuilder("%s: %d, %.2f %% right%n".formatted(what, total(), right()));
        cells.forEach((cell, count) -> text.append(
                "  %-28s %-28s %6d%s%n".formatted(word(cell.truth()), word(cell.verdict()), count, mark(cell.kind()))));
        return text.toString();
    }

    /// All of them, and then whatever is wrong.
    static String text(List<ConfusionMatrix> matrices) {
        return Stream.concat(
                        matrices.stream().map(ConfusionMatrix::text),
                        matrices.stream()
                                .flatMap(matrix -> matrix.wrong().stream())
                                .map(line -> line + "\n"))
                .collect(Collectors.joining());
    }

    private static String mark(Said.Kind kind) {
        return kind == Said.Kind.RIGHT
                ? ""
                : "  " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private int count(Predicate<Cell> which) {
        return cells.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    static String word(String name) {
        return name.isEmpty() ? "-" : name;
    }
}
