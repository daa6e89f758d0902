package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.dashboard.api.Api;
import org.mxcensus.dashboard.api.Endpoint;
import org.slf4j.LoggerFactory;

/// Texts of strangers on pages, in exports and in the log.
class HostileTest {
    @RegisterExtension
    static final Visit VISIT = new Visit(new Hostile(FixtureCensus.ofAYear()));

    @ParameterizedTest
    @FieldSource("org.mxcensus.dashboard.DashboardTest#PAGES")
    void noTextIsMarkupOnAPage(String page) throws Exception {
        HttpResponse<String> answer = VISIT.get(page);

        assertThat(answer.statusCode()).isIn(200, 302);
        assertThat(answer.body())
                .doesNotContain("<script>", "<img src=x", "<svg onload", "<iframe srcdoc", "<html>\t", "</textarea>")
                .doesNotContainPattern("(href|src|action|formaction|data-source)=\"javascript:");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noCellIsAFormulaAndEachLineHasItsCells(Endpoint endpoint) throws Exception {
        String csv =
                VISIT.get(PublishTest.example(endpoint.csvPath().orElseThrow())).body();

        List<List<String>> lines = cells(csv);
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.getFirst()));
        assertThat(lines.stream().flatMap(List::stream))
                .noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r].*") || cell.matches("(?s)-.*[^0-9.].*"));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyAnswerIsJsonAndNoBrowserTakesItForAPage(Endpoint endpoint) throws Exception {
        HttpResponse<String> answer = VISIT.get(PublishTest.example(endpoint.path()));

        assertThat(DevTools.JSON.readTree(answer.body()).isObject()).isTrue();
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void aRequestWritesOneLineIntoTheLogWhateverItsAddressHolds() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(Refusals.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try (Dashboard failing = Dashboard.start(
                new LimitsTest.Failing(FixtureCensus.ofAYear(), () -> new IllegalStateException("moon")),
                DashboardOptions.DEFAULT)) {
            HttpResponse<String> answer = VISIT.fetch(failing.url().resolve("/domain/a%0d%0aERROR%20forged%1b%5b31m"));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("moon", "\tat ");
            assertThat(log.list)
                    .singleElement()
                    .satisfies(event -> assertThat(event.getFormattedMessage())
                            .startsWith("no answer for /domain/a")
                            .doesNotContainPattern("\\p{Cntrl}"));
        } finally {
            logger.detachAppender(log);
        }
    }

    static List<Endpoint> endpoints() {
        return Api.endpoints(FixtureCensus.ofAYear());
    }

    static Stream<Endpoint> tables() {
        return endpoints().stream().filter(endpoint -> endpoint.csvPath().isPresent());
    }

    /// RFC 4180 §2.
    private static List<List<String>> cells(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    lines.add(List.copyOf(line));
                    line.clear();
                    i++;
                }
            } else {
                cell.append(c);
            }
        }
        assertThat(quoted).isFalse();
        return lines;
    }
}
