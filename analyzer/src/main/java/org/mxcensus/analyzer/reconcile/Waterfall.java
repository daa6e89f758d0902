package org.mxcensus.analyzer.reconcile;

import java.util.List;
import org.mxcensus.analyzer.warehouse.Recipe;

/// The way from the figure of one definition to that of another, a rule at a time.
///
/// For each part of the figure, what a step has before + in - out is what it has after, and the last step leaves the
/// figure of the other definition. Which step moves a domain that several rules concern depends on their order, which
/// is that of [Rules#inOrder()].
///
/// @param start the figure of the first definition
/// @param steps the rules in which they differ; empty where they do not
/// @param recipe how they are told
public record Waterfall(Definition from, Definition to, Figure start, List<Step> steps, Recipe recipe) {
    public Waterfall {
        steps = List.copyOf(steps);
    }

    /// The figure of the other definition.
    public Figure end() {
        return steps.isEmpty() ? start : steps.getLast().after();
    }
}
