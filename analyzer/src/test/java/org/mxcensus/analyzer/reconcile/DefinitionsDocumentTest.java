package org.mxcensus.analyzer.reconcile;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.analyzer.GeneratedDocument;

/// DEFINITIONS.md is what the definitions say.
class DefinitionsDocumentTest {

    @Test
    void theDocumentIsThatOfTheDefinitions() throws IOException {
        new GeneratedDocument("DEFINITIONS.md", DefinitionsDocumentTest.class, "mxcensus.definitions.write")
                .check(document());
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
