package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.dashboard.api.Api;
import org.mxcensus.dashboard.live.Live;
import org.mxcensus.dashboard.query.Parameter;

/// Fails where a page, an address or a parameter is undocumented, or a document names one that is not there.
class DocumentedTest {
    /// Pages in the table of the README, with the parameters that the last column names.
    private static final Pattern ROW = Pattern.compile("^\\| `(/[^`]*)` \\| .* \\|([^|]*)\\|$", Pattern.MULTILINE);

    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select) name=\"([a-z_]+)\"");
    private static final Pattern FORM = Pattern.compile("(?s)<form class=\"controls\">.*?</form>");

    @RegisterExtension
    static final Visit VISIT = new Visit(FixtureCensus.ofAYear());

    @Test
    void theReadmeHasEveryPageAndNoOther() throws IOException {
        List<String> pages = PublishTest.routes()
                .map(route -> route.path)
                .filter(path -> !path.matches("/(api/|assets/|embed/).*|/[*]") && !path.equals(Live.PATH))
                .toList();

        assertThat(documented().keySet()).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(readme()).contains("`" + Live.PATH + "`", "/embed/");
    }

    @Test
    void thereIsSomethingToEmbedOfEveryPageWithControls() {
        assertThat(PublishTest.routes().map(route -> route.path).filter(path -> path.startsWith("/embed/")))
                .allMatch(path -> documented().containsKey(path.substring("/embed".length())));
    }

    @ParameterizedTest
    @MethodSource("documentedPages")
    void theReadmeHasEveryControlOfAPage(String page) throws Exception {
        String html = VISIT.get(PublishTest.example(page)).body();

        List<String> controls = FORM.matcher(html)
                .results()
                .flatMap(form -> FIELD.matcher(form.group()).results())
                .map(field -> field.group(1))
                .toList();
        assertThat(documented().get(page)).as(page).containsAll(controls);
    }

    @ParameterizedTest
    @MethodSource("documentedPages")
    void aPageTakesEveryParameterThatTheReadmeNames(String page) throws Exception {
        String address = PublishTest.example(page);
        for (String parameter : documented().get(page)) {
            if (!parameter.matches("q|tld|key|keys")) {
                int status = VISIT.get(address + (address.contains("?") ? "&" : "?") + parameter + "=%3Cmoon")
                        .statusCode();
                assertThat(status).as(page + " " + parameter).isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void thePageAboutTheApiHasEveryAddressWithItsParameters(org.mxcensus.dashboard.api.Endpoint endpoint)
            throws Exception {
        String html = VISIT.get("api").body();

        assertThat(html).contains("<code>" + endpoint.path() + "</code>");
        String part = html.substring(html.indexOf("<code>" + endpoint.path() + "</code>"));
        String own = part.substring(0, part.indexOf("</details>"));
        for (Parameter<?> parameter : endpoint.parameters()) {
            assertThat(own).contains("name=\"" + parameter.name() + "\"");
            assertThat(parameter.sentence()).endsWith(".");
        }
    }

    @Test
    void theMethodologyHasEveryMetricAndEveryDefinition() throws Exception {
        String html = VISIT.get("methodology").body();

        assertThat(html)
                .contains(Stream.of(Metric.values())
                        .map(metric -> "/metrics#" + metric.id())
                        .toList());
        assertThat(html.replace("&#39;", "'").replace("&amp;", "&"))
                .contains(Stream.of(Definition.values()).map(Definition::title).toList());
    }

    static List<org.mxcensus.dashboard.api.Endpoint> endpoints() {
        return Api.endpoints(FixtureCensus.ofAYear());
    }

    static Stream<String> documentedPages() {
        return documented().keySet().stream();
    }

    private static Map<String, TreeSet<String>> documented() {
        Map<String, TreeSet<String>> pages = new TreeMap<>();
        ROW.matcher(readme())
                .results()
                .forEach(row -> pages.put(
                        row.group(1),
                        CODE.matcher(row.group(2))
                                .results()
                                .map((MatchResult code) -> code.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return pages;
    }

    private static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
