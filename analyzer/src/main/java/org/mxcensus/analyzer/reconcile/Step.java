package org.mxcensus.analyzer.reconcile;

import java.util.List;

/// One rule changed for another.
///
/// @param after what is left when all domains have moved
/// @param shifts of all domains of the frame, also of those that stay where they are; pairs that no domain has are
///     left out
public record Step(Rule from, Rule to, List<Shift> shifts, Figure after) {
    public Step {
        shifts = List.copyOf(shifts);
    }

    /// How many domains come into a part of the figure.
    public long in(Part part) {
        return shifts.stream()
                .filter(shift -> !part.has(shift.before()) && part.has(shift.after()))
                .mapToLong(Shift::domains)
                .sum();
    }

    /// How many domains go out of a part of the figure.
    public long out(Part part) {
        return shifts.stream()
                .filter(shift -> part.has(shift.before()) && !part.has(shift.after()))
                .mapToLong(Shift::domains)
                .sum();
    }
}
