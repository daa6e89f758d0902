package org.mxcensus.dashboard.page;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.mxcensus.analyzer.transition.Move;

/// Who gained customers and who lost them.
final class Movers {
    private Movers() {}

    /// @param came domains that have come from other providers
    /// @param went domains that have gone to others
    record Mover(String provider, long came, long went) {
        private Mover plus(Mover other) {
            return new Mover(provider, came + other.came, went + other.went);
        }
    }

    /// Adds moves up, the largest change first.
    static List<Mover> of(List<Move> moves) {
        TreeMap<String, Mover> movers = new TreeMap<>();
        for (Move move : moves) {
            movers.merge(move.after(), new Mover(move.after(), move.domains(), 0), Mover::plus);
            movers.merge(move.before(), new Mover(move.before(), 0, move.domains()), Mover::plus);
        }
        return movers.values().stream()
                .sorted(Comparator.comparingLong((Mover mover) -> Math.abs(mover.came() - mover.went()))
                        .reversed())
                .toList();
    }
}
