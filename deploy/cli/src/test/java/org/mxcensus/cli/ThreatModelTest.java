package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// THREAT_MODEL.md against the tests: those that it names are there, and each threat has one or says that it has none.
class ThreatModelTest {
    private static final Pattern ROW = Pattern.compile("\\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|");
    private static final String NONE = "none yet";

    @Test
    void theTestsAreThere() {
        SourceTree.assertThatTestsAreThere(tests().filter(named -> !named.equals(NONE))
                .flatMap(named -> Stream.of(named.split(", ")))
                .toList());
    }

    @Test
    void everyRowCanBeRead() {
        List<String> rows = rows().toList();

        assertThat(rows).hasSizeGreaterThan(30).allMatch(row -> ROW.matcher(row).matches());
    }

    private static Stream<String> tests() {
        return rows().map(ROW::matcher).filter(Matcher::matches).map(row -> row.group(1));
    }

    private static Stream<String> rows() {
        return SourceTree.text("THREAT_MODEL.md")
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat "));
    }
}
