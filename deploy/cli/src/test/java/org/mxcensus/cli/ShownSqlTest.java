package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.dashboard.Dashboard;
import org.mxcensus.dashboard.DashboardOptions;

/// A researcher takes the SQL below a chart to an exported release of the demo, and has the chart's figures.
class ShownSqlTest {
    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final Pattern SQL = Pattern.compile("(?s)<pre tabindex=\"0\">(.*?)</pre>");

    @TempDir
    static Path folder;

    private static Path release;
    private static Dashboard dashboard;
    private static HttpClient client;

    @BeforeAll
    static void publish() {
        Path data = folder.resolve("it's data");
        release = folder.resolve("release");
        CommandRun demo = CommandRun.at(
                NOVEMBER, "demo", "--once", "--data", data.toString(), "--domains", "150", "--months", "3");
        assertThat(demo.err()).isEmpty();
        assertThat(CommandRun.of("export", "--tier", "full", "--data", data.toString(), "--out", release.toString())
                        .err())
                .isEmpty();
        dashboard = Dashboard.start(data, DashboardOptions.DEFAULT);
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        dashboard.close();
    }

    /// @param page with its parameters
    /// @param chart which of its charts
    /// @param address of the API
    /// @param rows where in its answer the chart's figures are
    /// @param columns that both have; where the API calls it otherwise, its word after an equals sign
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what-if?lever=tlsa              | 0 | what-if/curve?lever=tlsa       | curve       | place party numerator denominator unmeasured not_applicable
            what-if?lever=signed_zones      | 0 | what-if/curve?lever=signed_zones | curve     | place party numerator denominator unmeasured not_applicable
            what-if?lever=tlsa              | 1 | what-if?lever=tlsa             | gains       | party lever gained
            problems                        | 0 | problems                       | problems    | mechanism party cause hosts domains healed unmeasured
            transitions?mechanism=starttls  | 0 | transitions?mechanism=starttls | transitions | before after domains
            transitions?mechanism=dane      | 0 | transitions?mechanism=dane     | transitions | before after domains
            reconcile                       | 0 | reconcile                      | steps       | numerator_in numerator_out numerator denominator unmeasured not_counted
            reconcile?from=mxcensus&to=usenix_2020 | 0 | reconcile?from=mxcensus&to=usenix_2020 | steps | numerator_in numerator_out numerator denominator unmeasured not_counted
            chart?scope=tld&key=nl&metric=dane | 0 | adoption?scope=tld&key=nl&metric=dane | points | crawl frame dane_numerator=numerator dane_unmeasured=unmeasured
            tlds?metric=starttls            | 0 | tlds?metric=starttls           | groups      | tld=key frame
            providers                       | 0 | concentration                  | holders     | place provider domains cumulated
            """)
    void theSqlBelowAChartGivesItsFigures(String page, int chart, String address, String rows, String columns)
            throws Exception {
        List<String> names = List.of(columns.split(" "));
        String sql = sql(page).get(chart);

        assertThat(sql).doesNotContainPattern("\\$[a-z{]").doesNotContain(folder.toString());
        assertThat(ask(sql, names)).isNotEmpty().containsExactlyInAnyOrderElementsOf(figures(address, rows, names));
    }

    /// Its SQL tells of a mechanism more, which is no metric.
    @Test
    void theSqlOfTheConstantPanelGivesItsFigures() throws Exception {
        List<String> names = List.of("crawl", "mechanism=metric", "numerator", "denominator", "unmeasured");

        assertThat(ask(sql("chart?panel=constant&metric=dane").getFirst(), names))
                .hasSize(3 * Mechanism.values().length)
                .containsAll(figures("adoption?panel=constant", "points", names));
    }

    private static List<List<String>> figures(String address, String rows, List<String> names) throws Exception {
        JsonNode figures = new ObjectMapper().readTree(get("api/v1/" + address)).path(rows);
        return Stream.iterate(0, i -> i < figures.size(), i -> i + 1)
                .map(figures::get)
                .map(row -> names.stream()
                        .map(name -> row.path(name.substring(name.indexOf('=') + 1))
                                .asText()
                                .toLowerCase(Locale.ROOT))
                        .toList())
                .toList();
    }

    private static List<String> sql(String page) throws Exception {
        return SQL.matcher(get(page))
                .results()
                .map((MatchResult found) -> found.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .toList();
    }

    /// As DuckDB's own program would, started in the folder of the release.
    private static List<List<String>> ask(String sql, List<String> columns) throws Exception {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET file_search_path = '%s'".formatted(release));
            List<List<String>> answer = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (String column : columns) {
                        row.add(rows.getString(column.replaceAll("=.*", "")).toLowerCase(Locale.ROOT));
                    }
                    answer.add(row);
                }
            }
            return answer;
        }
    }

    private static String get(String address) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(dashboard.url() + address))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
