package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// STANDARDS.md against the code: the tests that it names are there, and no section that the code cites is missing.
class StandardsTest {
    private static final Pattern HEADING = Pattern.compile("## RFC (\\d+), .+");
    private static final Pattern ROW = Pattern.compile("\\| (§[0-9.]+) \\| ([^|]+) \\| (\\w+)(?:\\.(\\w+))? \\|");
    private static final Pattern CITATION = Pattern.compile("RFC (\\d+)((?:,? (?:and )?§\\d+(?:\\.\\d+)*)+)");
    private static final Pattern SECTION = Pattern.compile("§\\d+(?:\\.\\d+)*");

    private record Rule(int rfc, String section, String testClass, String method) {}

    @Test
    void everyStandardThatVerdictsRestOnIsThere() {
        assertThat(rules().stream().map(Rule::rfc))
                .contains(3207, 5321, 6698, 7504, 7505, 7671, 7672, 8460, 8461, 8689, 8914, 9325, 9525);
    }

    @Test
    void theTestsAreThere() {
        SourceTree.assertThatTestsAreThere(rules().stream()
                .map(rule -> rule.method().isEmpty() ? rule.testClass() : rule.testClass() + "." + rule.method())
                .toList());
    }

    @Test
    void noSectionThatTheCodeCitesIsMissing() {
        Map<Integer, Set<String>> covered = new HashMap<>();
        rules().forEach(rule ->
                covered.computeIfAbsent(rule.rfc(), _ -> new TreeSet<>()).add(rule.section()));

        List<String> missing = SourceTree.sources("src/main/java")
                .flatMap(source -> CITATION.matcher(source.text()).results())
                .flatMap(StandardsTest::cited)
                .filter(cite -> covered.containsKey(cite.rfc())
                        && covered.get(cite.rfc()).stream().noneMatch(section -> within(cite.section(), section)))
                .map(cite -> "RFC " + cite.rfc() + " " + cite.section())
                .distinct()
                .sorted()
                .toList();

        assertThat(missing).isEmpty();
    }

    private record Cite(int rfc, String section) {}

    private static Stream<Cite> cited(MatchResult citation) {
        int rfc = Integer.parseInt(citation.group(1));
        return SECTION.matcher(citation.group(2)).results().map(section -> new Cite(rfc, section.group()));
    }

    /// A section is covered by itself, by one above it and by one below it.
    private static boolean within(String cited, String covered) {
        return cited.equals(covered) || cited.startsWith(covered + ".") || covered.startsWith(cited + ".");
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        int rfc = 0;
        for (String line : SourceTree.text("STANDARDS.md").split("\n")) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                rfc = Integer.parseInt(heading.group(1));
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rules.add(new Rule(rfc, row.group(1), row.group(3), row.group(4) == null ? "" : row.group(4)));
            } else {
                assertThat(line).doesNotStartWith("| §"); // a row that this test cannot read
            }
        }
        return rules;
    }
}
