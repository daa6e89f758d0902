package org.mxcensus.analyzer.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A group beside those of one kind that it falls into: whoever subtracts some of them from it learns what the rest is.
///
/// @param total the group
/// @param parts those that have figures, the smallest first; not all of its domains need lie in one
record Sum(GroupSize total, List<GroupSize> parts) {

    /// What a group counts: a rest of domains that accept mail is as telling as one of all domains.
    private static final List<ToLongFunction<GroupSize>> MEASURES = List.of(GroupSize::domains, GroupSize::mail);

    /// The smallest first, in an order that is always the same.
    private static final Comparator<GroupSize> ORDER = Comparator.comparingLong(GroupSize::domains)
            .thenComparing(group -> group.scope().kind())
            .thenComparing(group -> group.scope().key());

    private record Kind(GroupSize total, String parts) {}

    /// All of them.
    ///
    /// @param groupsOf the groups of providers that a provider is in
    static List<Sum> over(List<GroupSize> groups, Map<String, List<String>> groupsOf) {
        Map<Scope, GroupSize> sizes = groups.stream().collect(Collectors.toMap(GroupSize::scope, group -> group));
        Map<Kind, List<GroupSize>> parts = new LinkedHashMap<>();
        for (GroupSize part : groups.stream().sorted(ORDER).toList()) {
            totals(part.scope(), groupsOf)
                    .flatMap(total -> Stream.ofNullable(sizes.get(total)))
                    .map(total -> new Kind(total, part.scope().kind()))
                    .forEach(kind ->
                            parts.computeIfAbsent(kind, _ -> new ArrayList<>()).add(part));
        }
        return parts.entrySet().stream()
                .map(kind -> new Sum(kind.getKey().total(), List.copyOf(kind.getValue())))
                .toList();
    }

    private static Stream<Scope> totals(Scope part, Map<String, List<String>> groupsOf) {
        return switch (part) {
            case Scope.All _, Scope.ProviderGroup _ -> Stream.empty();
            case Scope.Source _, Scope.Tld _, Scope.DnsOperator _, Scope.Issuer _ -> Stream.of(new Scope.All());
            case Scope.Provider(String provider) ->
                Stream.concat(
                        Stream.of(new Scope.All()),
                        groupsOf.getOrDefault(provider, List.of()).stream().map(Scope.ProviderGroup::new));
            case Scope.TldProvider(String tld, String provider) ->
                Stream.of(new Scope.Tld(tld), new Scope.Provider(provider));
        };
    }

    /// Whether the parts lie in another group too: those of a TLD in that of a provider, and those of a provider in a
    /// TLD.
    boolean isOfCells() {
        return parts.getFirst().scope() instanceof Scope.TldProvider;
    }

    /// Whether the total without the parts that are shown is a rest of so few domains that it says something of
    /// somebody. Where no part is shown, the rest is the total.
    ///
    /// @param threshold from how many domains up a group says nothing of anybody
    boolean betrays(Set<GroupSize> shown, long threshold) {
        return shown.contains(total)
                && MEASURES.stream().anyMatch(measure -> {
                    long known = parts.stream()
                            .filter(shown::contains)
                            .mapToLong(measure)
                            .sum();
                    long rest = measure.applyAsLong(total) - known;
                    return known > 0 && rest > 0 && rest < threshold;
                });
    }
}
