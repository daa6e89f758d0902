package org.mxcensus.analyzer.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// DEFINITIONS.md is what the definitions say.
class DefinitionsDocumentTest {
    private static final Path FILE = Path.of("../DEFINITIONS.md");
    private static final String WRITE = "mxcensus.definitions.write";

    @Test
    void theDocumentIsThatOfTheDefinitions() throws IOException {
        String document = document();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, document);
        }
        assertThat(FILE)
                .as(
                        "write DEFINITIONS.md anew: mvn -pl analyzer -am test -Dtest=DefinitionsDocumentTest -D%s=true "
                                + "-Dsurefire.failIfNoSpecifiedTests=false",
                        WRITE)
                .content()
                .isEqualTo(document);
    }

    private static String document() {
        return """
                # Definitions

                Made from `analyzer/reconcile/Definition`: the shares that others publish, as rules over our evidence
                (`mxcensus reconcile`). What the rules do not reproduce of a published figure stands with each. For every one
                frame = denominator + unmeasured + not counted, and the way from one to another (`--from`, `--to`) changes
                one rule after the other, in the order in which they stand here.
                """
                + Stream.of(Definition.values())
                        .map(DefinitionsDocumentTest::section)
                        .collect(Collectors.joining());
    }

    private static String section(Definition definition) {
        return """

                ## %s

                `%s`: %s

                | rule | |
                |---|---|
                %s
                Source: %s.

                Not the same: %s
                """.formatted(
                definition.title(),
                definition.id(),
                definition.sentence(),
                definition.rules().inOrder().stream()
                        .map(rule -> "| %s | %s |\n".formatted(rule.subject().replace('_', ' '), rule.phrase()))
                        .collect(Collectors.joining()),
                definition.source(),
                definition.limits());
    }
}
