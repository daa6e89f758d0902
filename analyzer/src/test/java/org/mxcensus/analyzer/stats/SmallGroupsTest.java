package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What whoever subtracts learns of groups that are not shown.
class SmallGroupsTest {
    private static final long THRESHOLD = 10;
    private static final SmallGroups RULE = new SmallGroups(THRESHOLD);

    private record Domain(String tld, String provider, String source, boolean mail) {}

    @Test
    void whereOneIsSmallTheNextSmallestIsWithheldToo() {
        assertThat(shown(tlds(5, 30, 20, 100))).containsExactlyInAnyOrder("all", "tld b", "tld d");
    }

    @Test
    void whereNoneIsSmallAllAreShown() {
        assertThat(shown(tlds(30, 20, 10))).containsExactlyInAnyOrder("all", "tld a", "tld b", "tld c");
    }

    @Test
    void whereTheSmallOnesAreAsManyTogetherAsAnotherGroupNoOtherIsWithheld() {
        assertThat(shown(tlds(5, 5, 20, 30))).containsExactlyInAnyOrder("all", "tld c", "tld d");
    }

    @Test
    void ofTwoAlikeTheSameOneIsWithheldEachTime() {
        assertThat(shown(tlds(5, 20, 20))).containsExactlyInAnyOrder("all", "tld c");
        assertThat(shown(tlds(5, 20, 20).reversed())).containsExactlyInAnyOrder("all", "tld c");
    }

    /// Cells of fewer than ten domains are in no table, so that only the provider's sum says that there is one.
    @Test
    void aCellThatNobodyCountedIsNotBetrayedByItsProvider() {
        List<GroupSize> groups = List.of(
                new GroupSize(new Scope.Provider("p"), 503, 503),
                new GroupSize(new Scope.TldProvider("nl", "p"), 480, 480),
                new GroupSize(new Scope.TldProvider("de", "p"), 20, 20));

        assertThat(shown(groups)).containsExactlyInAnyOrder("provider p", "tld_provider nl/p");
    }

    /// A hundred domains do without mail, so that the rest is large; and all figures on mail are of the three others.
    @Test
    void aRestOfFewDomainsThatAcceptMailIsWithheldThoughOthersAreInIt() {
        List<GroupSize> groups = List.of(
                new GroupSize(new Scope.Tld("nl"), 500, 400),
                new GroupSize(new Scope.TldProvider("nl", "p"), 377, 377),
                new GroupSize(new Scope.TldProvider("nl", "q"), 20, 20));

        assertThat(shown(groups)).containsExactlyInAnyOrder("tld nl", "tld_provider nl/p");
    }

    @Test
    void aProviderIsNotBetrayedByItsGroup() {
        List<GroupSize> groups = List.of(
                new GroupSize(new Scope.ProviderGroup("consortium"), 65, 65),
                new GroupSize(new Scope.Provider("p"), 40, 40),
                new GroupSize(new Scope.Provider("q"), 20, 20),
                new GroupSize(new Scope.Provider("r"), 5, 5));
        Map<String, List<String>> groupsOf =
                Map.of("p", List.of("consortium"), "q", List.of("consortium"), "r", List.of("consortium"));

        assertThat(names(RULE.shown(groups, groupsOf)))
                .containsExactlyInAnyOrder("provider_group consortium", "provider p");
    }

    /// The cells of a TLD would tell it.
    @Test
    void withATldItsCellsAreWithheld() {
        List<GroupSize> groups = new ArrayList<>(tlds(5, 20, 100));
        groups.add(new GroupSize(new Scope.TldProvider("b", "p"), 20, 20));
        groups.add(new GroupSize(new Scope.TldProvider("c", "p"), 60, 60));

        assertThat(shown(groups)).containsExactlyInAnyOrder("all", "tld c", "tld_provider c/p");
    }

    /// An attacker who has the figures of all groups that are shown subtracts those of each kind from each group that
    /// they lie in. What is left must be nobody, or as many as a group has at least.
    @ParameterizedTest
    @MethodSource("seeds")
    void noDifferenceOfWhatIsShownIsAboutFew(long seed) {
        List<Domain> domains = domains(new Random(seed));
        Map<Scope, List<Domain>> groups = groups(domains);
        Set<Scope> shown = RULE.shown(sizes(groups), Map.of());

        assertThat(large(groups)).containsAll(shown);
        assertThat(shown).contains(new Scope.All());
        assertThat(rests(groups, shown)).isNotEmpty().allMatch(rest -> rest == 0 || rest >= THRESHOLD);
        assertThat(RULE.shown(sizes(groups).reversed(), Map.of())).isEqualTo(shown);
    }

    /// Else the worlds above would be none in which there is anything to withhold.
    @Test
    void withoutTheRuleThereAreSuchDifferences() {
        assertThat(seeds())
                .filteredOn(seed -> {
                    Map<Scope, List<Domain>> groups = groups(domains(new Random(seed)));
                    return rests(groups, large(groups)).stream().anyMatch(rest -> rest > 0 && rest < THRESHOLD);
                })
                .hasSizeGreaterThan(15);
    }

    static List<Long> seeds() {
        return IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList();
    }

    private static Set<Scope> large(Map<Scope, List<Domain>> groups) {
        return groups.keySet().stream()
                .filter(scope -> groups.get(scope).size() >= THRESHOLD)
                .collect(Collectors.toSet());
    }

    /// What is left of each group without those of a kind that are shown and lie in it, counted by all domains and by
    /// those that accept mail. Nothing is said where none of them is shown: then it is the group itself.
    private static List<Long> rests(Map<Scope, List<Domain>> groups, Set<Scope> shown) {
        List<Long> rests = new ArrayList<>();
        for (Scope total : shown) {
            for (String kind : List.of("source", "tld", "provider", "tld_provider")) {
                List<Scope> parts = shown.stream()
                        .filter(scope -> scope.kind().equals(kind) && liesIn(scope, total))
                        .toList();
                for (Predicate<Domain> counted : List.<Predicate<Domain>>of(_ -> true, Domain::mail)) {
                    long known = parts.stream()
                            .mapToLong(scope -> count(groups.get(scope), counted))
                            .sum();
                    if (known > 0) {
                        rests.add(count(groups.get(total), counted) - known);
                    }
                }
            }
        }
        return rests;
    }

    private static boolean liesIn(Scope part, Scope total) {
        return switch (total) {
            case Scope.All _ -> !(part instanceof Scope.TldProvider) && !part.equals(total);
            case Scope.Tld(String tld) ->
                part instanceof Scope.TldProvider cell && cell.tld().equals(tld);
            case Scope.Provider(String provider) ->
                part instanceof Scope.TldProvider cell && cell.provider().equals(provider);
            default -> false;
        };
    }

    private static long count(Collection<Domain> domains, Predicate<Domain> counted) {
        return domains.stream().filter(counted).count();
    }

    /// Some hundred domains, few of which lie in small groups. One in ten accepts no mail and has no provider.
    private static List<Domain> domains(Random random) {
        return IntStream.range(0, 200 + random.nextInt(300))
                .mapToObj(_ -> {
                    boolean mail = random.nextInt(10) > 0;
                    return new Domain(
                            "tld" + skewed(random, 6),
                            mail ? "provider" + skewed(random, 8) : "",
                            "source" + skewed(random, 3),
                            mail);
                })
                .toList();
    }

    private static int skewed(Random random, int most) {
        return (int) (most * Math.pow(random.nextDouble(), 3));
    }

    /// Those that statistics are made of: providers from two domains up, cells from ten.
    private static Map<Scope, List<Domain>> groups(List<Domain> domains) {
        Map<Scope, List<Domain>> groups = new LinkedHashMap<>();
        domains.forEach(domain -> scopes(domain)
                .forEach(scope ->
                        groups.computeIfAbsent(scope, _ -> new ArrayList<>()).add(domain)));
        groups.entrySet().removeIf(group -> group.getValue().size() < smallest(group.getKey()));
        return groups;
    }

    private static int smallest(Scope scope) {
        return switch (scope) {
            case Scope.TldProvider _ -> Scope.SMALLEST_CELL;
            case Scope.Provider _ -> Scope.SMALLEST_PROVIDER;
            default -> 1;
        };
    }

    private static Stream<Scope> scopes(Domain domain) {
        Stream<Scope> all = Stream.of(new Scope.All(), new Scope.Tld(domain.tld()), new Scope.Source(domain.source()));
        return domain.provider().isEmpty()
                ? all
                : Stream.concat(
                        all,
                        Stream.of(
                                new Scope.Provider(domain.provider()),
                                new Scope.TldProvider(domain.tld(), domain.provider())));
    }

    private static List<GroupSize> sizes(Map<Scope, List<Domain>> groups) {
        return groups.entrySet().stream()
                .map(group ->
                        new GroupSize(group.getKey(), group.getValue().size(), count(group.getValue(), Domain::mail)))
                .toList();
    }

    /// The sum of top-level domains `a`, `b` and so on.
    private static List<GroupSize> tlds(long... sizes) {
        List<GroupSize> groups = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            groups.add(new GroupSize(new Scope.Tld(Character.toString('a' + i)), sizes[i], sizes[i]));
            sum += sizes[i];
        }
        groups.add(new GroupSize(new Scope.All(), sum, sum));
        return List.copyOf(groups);
    }

    private static Set<String> shown(List<GroupSize> groups) {
        return names(RULE.shown(groups, Map.of()));
    }

    private static Set<String> names(Set<Scope> scopes) {
        return scopes.stream()
                .map(scope -> (scope.kind() + " " + scope.key()).strip())
                .collect(Collectors.toSet());
    }
}
