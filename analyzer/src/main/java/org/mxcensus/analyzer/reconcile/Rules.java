package org.mxcensus.analyzer.reconcile;

import java.util.ArrayList;
import java.util.List;

/// The rules of a definition, in the order in which a waterfall changes them.
///
/// @param population which domains are counted
/// @param hosts which of their MX hosts must pass
/// @param check what passes
/// @param names what a trust anchor's leaf must name
/// @param mxAnswer whether the MX answer must be secure too
public record Rules(Population population, Hosts hosts, Check check, Names names, MxAnswer mxAnswer) {

    /// All of them in their order.
    public List<Rule> inOrder() {
        return List.of(population, hosts, check, names, mxAnswer);
    }

    /// The same with another rule in the place of the one on its subject.
    Rules with(Rule rule) {
        return switch (rule) {
            case Population other -> new Rules(other, hosts, check, names, mxAnswer);
            case Hosts other -> new Rules(population, other, check, names, mxAnswer);
            case Check other -> new Rules(population, hosts, other, names, mxAnswer);
            case Names other -> new Rules(population, hosts, check, other, mxAnswer);
            case MxAnswer other -> new Rules(population, hosts, check, names, other);
        };
    }

    /// The one of these that is on the same subject as another.
    Rule replacedBy(Rule other) {
        return inOrder().stream()
                .filter(rule -> rule.subject().equals(other.subject()))
                .findFirst()
                .orElseThrow();
    }

    /// The rules that these do not share with others, as the others have them.
    List<Rule> toBecome(Rules others) {
        return others.inOrder().stream()
                .filter(rule -> !inOrder().contains(rule))
                .toList();
    }

    /// From these to others, a rule at a time; these first, the others last.
    List<Rules> wayTo(Rules others) {
        List<Rules> way = new ArrayList<>(List.of(this));
        for (Rule rule : toBecome(others)) {
            way.add(way.getLast().with(rule));
        }
        return way;
    }
}
