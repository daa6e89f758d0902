package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// STANDARDS.md against the code: the tests that it names are there, and no section that the code cites is missing.
class StandardsTest {
    private static final Path ROOT = Path.of("../..");
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
        Map<String, String> tests = sources("src/test/java").collect(Collectors.toMap(Source::name, Source::text));

        assertThat(rules()).allSatisfy(rule -> {
            assertThat(tests).containsKey(rule.testClass());
            assertThat(rule.method().isEmpty()
                            || Pattern.compile("\\b" + rule.method() + "\\(")
                                    .matcher(tests.get(rule.testClass()))
                                    .find())
                    .isTrue();
        });
    }

    @Test
    void noSectionThatTheCodeCitesIsMissing() {
        Map<Integer, Set<String>> covered = new HashMap<>();
        rules().forEach(rule ->
                covered.computeIfAbsent(rule.rfc(), _ -> new TreeSet<>()).add(rule.section()));

        List<String> missing = sources("src/main/java")
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
        for (String line : read(ROOT.resolve("STANDARDS.md")).split("\n")) {
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

    private record Source(String name, String text) {}

    private static Stream<Source> sources(String folder) {
        return Stream.of("datasets", "crawler", "analyzer", "dashboard", "deploy/lab", "deploy/cli")
                .map(module -> ROOT.resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(StandardsTest::walk)
                .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                .map(file -> new Source(file.getFileName().toString().replace(".java", ""), read(file)))
                .collect(Collectors.toMap(
                        Source::name,
                        source -> source,
                        (one, other) -> new Source(one.name(), one.text() + other.text())))
                .values()
                .stream();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
