package org.mxcensus.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// METRICS.md is what the definitions say.
class MetricsDocumentTest {
    private static final Path FILE = Path.of("../METRICS.md");
    private static final String WRITE = "mxcensus.metrics.write";

    @Test
    void theDocumentIsThatOfTheDefinitions() throws IOException {
        String document = document();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, document);
        }
        assertThat(FILE)
                .as(
                        "write METRICS.md anew: mvn -pl analyzer -am test -Dtest=MetricsDocumentTest -D%s=true "
                                + "-Dsurefire.failIfNoSpecifiedTests=false",
                        WRITE)
                .content()
                .isEqualTo(document);
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
