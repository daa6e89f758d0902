package org.mxcensus.analyzer.stats;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.analyzer.GeneratedDocument;

/// METRICS.md is what the definitions say.
class MetricsDocumentTest {

    @Test
    void theDocumentIsThatOfTheDefinitions() throws IOException {
        new GeneratedDocument("METRICS.md", MetricsDocumentTest.class, "mxcensus.metrics.write").check(document());
    }

    private static String document() {
        return """
                # Metrics

                Made from the definitions that `analyzer/stats/Metric` lists. Each is a share: of those to which it applies and
                that could be measured, how many have the property. What could not be told is counted by itself:
                frame = denominator + unmeasured + not applicable.

                | id | title | what is counted | standard | by MX hosts too | since |
                |---|---|---|---|---|---|
                """ + Stream.of(Metric.values()).map(MetricsDocumentTest::line).collect(Collectors.joining());
    }

    private static String line(Metric metric) {
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        metric.id(),
                        metric.title(),
                        metric.sentence(),
                        metric.standard(),
                        metric.ofHosts() ? "yes" : "no",
                        metric.since());
    }
}
