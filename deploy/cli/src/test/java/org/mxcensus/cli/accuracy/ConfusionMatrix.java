package org.mxcensus.cli.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Truth against verdict, counted.
final class ConfusionMatrix {

    private final String what;
    private final Map<Cell, Integer> cells = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    private record Cell(String truth, String verdict) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byTruth = truth.compareTo(other.truth);
            return byTruth != 0 ? byTruth : verdict.compareTo(other.verdict);
        }
    }

    /// @param what is judged, a phrase
    ConfusionMatrix(String what) {
        this.what = what;
    }

    /// Where both say nothing, the question does not arise.
    ///
    /// @param who is judged
    void add(String who, String truth, String verdict) {
        if (truth.isEmpty() && verdict.isEmpty()) {
            return;
        }
        cells.merge(new Cell(truth, verdict), 1, Integer::sum);
        if (!truth.equals(verdict)) {
            wrong.add("%s: %s is %s, judged %s".formatted(what, who, word(truth), word(verdict)));
        }
    }

    int total() {
        return cells.values().stream().mapToInt(Integer::intValue).sum();
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// Of a hundred, how many are right.
    double right() {
        return 100.0 * (total() - wrong.size()) / total();
    }

    /// A line a cell: truth, verdict, how many; a mark where they differ.
    String text() {
        StringBuilder text = new StringBuilder("%s: %d, %.2f %% right%n".formatted(what, total(), right()));
        cells.forEach((cell, count) -> text.append("  %-28s %-28s %6d%s%n"
                .formatted(
                        word(cell.truth()),
                        word(cell.verdict()),
                        count,
                        cell.truth().equals(cell.verdict()) ? "" : "  wrong")));
        return text.toString();
    }

    private static String word(String name) {
        return name.isEmpty() ? "-" : name;
    }
}
