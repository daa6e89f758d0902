package org.mxcensus.dashboard.census;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Standing;
import org.mxcensus.analyzer.transition.Transition;
import org.mxcensus.analyzer.transition.Transitions;
import org.mxcensus.analyzer.warehouse.Recipe;

/// What became of all domains from one crawl to another.
///
/// @param differingMeans what verdicts rest on and was not the same for both, so that a change may come of it and not
///     of the world
/// @param transitions by mechanism, top-level domain and standings
/// @param recipe how they are made, as table `counts`
public record Changes(List<String> differingMeans, List<Transition> transitions, Recipe recipe) {
    public Changes {
        differingMeans = List.copyOf(differingMeans);
        transitions = List.copyOf(transitions);
    }

    /// How [#sums] are made.
    public Recipe recipe(Mechanism mechanism, Optional<String> tld) {
        return recipe.then(Transitions.counted(mechanism, tld));
    }

    /// Those of one mechanism, by standings, added up over top-level domains; the largest first.
    ///
    /// @param tld only domains below it; empty for all
    public List<Transition> sums(Mechanism mechanism, Optional<String> tld) {
        Map<List<Standing>, Transition> sums = new LinkedHashMap<>();
        transitions.stream()
                .filter(one -> one.mechanism() == mechanism)
                .filter(one -> tld.isEmpty() || one.tld().equals(tld.orElseThrow()))
                .map(one -> new Transition(mechanism, tld.orElse(""), one.before(), one.after(), one.domains()))
                .forEach(one -> sums.merge(
                        List.of(one.before(), one.after()),
                        one,
                        (a, b) ->
                                new Transition(mechanism, a.tld(), a.before(), a.after(), a.domains() + b.domains())));
        return sums.values().stream()
                .sorted(Comparator.comparingLong(Transition::domains).reversed())
                .toList();
    }
}
