package org.mxcensus.analyzer.stats;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.provider.Provider;
import org.mxcensus.analyzer.provider.ProviderMap;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;

/// Which groups have figures where small ones have none: those that are large enough, without some that would betray
/// the small ones. A sum minus what is shown of it is a group too, and must be none or as large as any other. So
/// where it is not, the smallest part that is shown is withheld beside the small ones (complementary suppression),
/// and with a top-level domain or a provider its cells.
///
/// What no single difference tells, several together may; and so may two crawls between which a group changed little.
///
/// @param threshold from how many domains up a group is large enough
public record SmallGroups(long threshold) {

    /// The groups that are large enough and withheld beside the small ones.
    ///
    /// @param groups all of one crawl
    Set<Scope> betraying(List<GroupSize> groups) {
        Set<Scope> shown = shown(
                groups,
                ProviderMap.bundled().providers().stream().collect(Collectors.toMap(Provider::id, Provider::groups)));
        return groups.stream()
                .filter(this::isLarge)
                .map(GroupSize::scope)
                .filter(scope -> !shown.contains(scope))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// SQL: kind and key of each of them, a list's elements.
    ///
    /// @param relation a table `adoption` of one crawl, which may be of an earlier version
    public String betraying(Warehouse warehouse, String relation) {
        return betraying(GroupSize.of(warehouse, relation)).stream()
                .map(scope -> Question.quoted(scope.kind() + " " + scope.key()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /// The groups that are shown.
    ///
    /// @param groupsOf the groups of providers that a provider is in
    Set<Scope> shown(List<GroupSize> groups, Map<String, List<String>> groupsOf) {
        List<Sum> sums = Sum.over(groups, groupsOf);
        Set<GroupSize> shown = groups.stream().filter(this::isLarge).collect(Collectors.toCollection(HashSet::new));
        int before;
        do {
            before = shown.size();
            sums.forEach(sum -> protect(sum, shown));
        } while (shown.size() < before);
        return shown.stream().map(GroupSize::scope).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isLarge(GroupSize group) {
        return group.domains() >= threshold;
    }

    private void protect(Sum sum, Set<GroupSize> shown) {
        if (!shown.contains(sum.total()) && sum.isOfCells()) {
            sum.parts().forEach(shown::remove);
        }
        while (sum.betrays(shown, threshold)) {
            sum.parts().stream().filter(shown::contains).findFirst().ifPresent(shown::remove);
        }
    }
}
