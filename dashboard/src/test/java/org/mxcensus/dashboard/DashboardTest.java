package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is answered over HTTP.
class DashboardTest {
    static final List<String> PAGES = List.of(
            "",
            "tlds",
            "tlds?metric=starttls&sort=-dane",
            "tld/nl",
            "tld/nl?weighting=mx_hosts",
            "tld/nl?weighting=rank",
            "provider/big.example",
            "provider/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E.example",
            "domain/example.nl",
            "domain/unseen.nl",
            "host/mx1.big.example",
            "chart",
            "chart?scope=tld&key=nl&metric=dane&metric=dnssec&since=2026-03-01",
            "chart?panel=constant&since=2026-03-01",
            "compare?scope=tld&keys=nl,org,zz",
            "providers",
            "problems",
            "what-if?lever=hosted_sts",
            "what-if?lever=signed_zones",
            "transitions",
            "reconcile",
            "metrics",
            "methodology",
            "downloads",
            "about-scanner",
            "api",
            "search?q=e");

    /// As many as there are codes in `tiles.txt`; TilesTest looks whether all are there.
    private static final int TILES = 247;

    private static final String ADDRESSES = "(?:src|href|action|formaction|data-source)";

    private static Dashboard dashboard;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        dashboard = Dashboard.start(FixtureCensus.ofAYear(), DashboardOptions.DEFAULT);
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        dashboard.close();
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyPageIsServedUnderAStrictPolicyAndSaysThatTheWorldIsSimulated(String page) throws Exception {
        HttpResponse<String> answer = get(page);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.body()).contains("This world is simulated.");
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void noPageNamesAnotherHostOrHasScriptOrStyleOfItsOwn(String page) throws Exception {
        String html = get(page).body();

        assertThat(attributes(withoutLinksAndQuotations(html), ADDRESSES))
                .isNotEmpty()
                .allMatch(address -> address.matches("[/#](?!/).*"));
        assertThat(html).doesNotContain("<style").doesNotContainPattern("\\s(style|on[a-z]+)=\"");
        assertThat(Pattern.compile("<script(?![^>]*\\ssrc=)").matcher(html).find())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tld/nl",
                "provider/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E.example",
                "domain/example.nl",
                "host/mx1.big.example",
                "problems",
                "what-if",
                "transitions",
                "providers",
                "compare?scope=provider",
                "chart",
                "methodology",
                "embed/problems",
                "search?q=img",
                "search?q=%3Cimg",
                "domain/%3Cimg%20src%3Dx%3E"
            })
    void textFromTheNetworkIsNeverMarkup(String page) throws Exception {
        String html = get(page).body();

        assertThat(html).doesNotContain("<img").doesNotContain("<script>alert").doesNotContain("<b>");
    }

    @Test
    void theOverviewShowsEachShareWithNumeratorDenominatorUnmeasuredAndChange() throws Exception {
        String html = get("").body();

        // DNSSEC in the twelfth crawl: 7 % of 2,000 unmeasured, 90 % of the others applicable, 60 % of those signed.
        assertThat(html)
                .contains("<span class=\"share\">60.0")
                .contains("1,004 of 1,674")
                .contains("140 unmeasured (7.7")
                .contains("+2.0 points <span class=\"since\">since 2026-11-01<");
    }

    @Test
    void numbersAndDatesAreWrittenAsTheReaderDoes() throws Exception {
        HttpResponse<String> german = client.send(
                HttpRequest.newBuilder(dashboard.url())
                        .header("Accept-Language", "de-DE,de;q=0.9,en;q=0.8")
                        .build(),
                BodyHandlers.ofString());

        assertThat(german.body())
                .contains("<html lang=\"en\" data-locale=\"de-DE\">")
                .contains("<span class=\"share\">60,0\u00a0%")
                .contains("1.004 of 1.674")
                .contains("since 01.11.2026<")
                .contains("data-value=\"2026-12-01\">01.12.2026");
        assertThat(german.headers().firstValue("Vary")).contains("Accept-Language");
        assertThat(get("").body())
                .contains("<html lang=\"en\" data-locale=\"\">")
                .contains("1,004 of 1,674");
    }

    @Test
    void theOverviewShowsTheChangeOfAYearWhereThereIsACrawlOfAboutThen() throws Exception {
        assertThat(get("").body()).contains("+22.0 points <span class=\"since\">since 2026-01-01<");
    }

    @Test
    void topLevelDomainsStandInTheOrderThatTheAddressSays() throws Exception {
        assertThat(rowNames(get("tlds").body())).containsExactly(".nl", ".org");
        assertThat(rowNames(get("tlds?sort=size").body())).containsExactly(".org", ".nl");
        assertThat(rowNames(get("tlds?sort=-name").body())).containsExactly(".org", ".nl");
        assertThat(rowNames(get("tlds?sort=-tlsrpt").body())).containsExactly(".nl", ".org");
        assertThat(get("tlds?metric=tlsrpt&sort=-dane").body())
                .contains("<th scope=\"col\" class=\"number\" aria-sort=\"descending\">"
                        + "<a href=\"/tlds?metric=tlsrpt&amp;weighting=domains&amp;sort=dane\">DANE, %</a>")
                .contains("&amp;sort=name\">TLD</a>")
                .contains("&amp;sort=-size\">Domains</a>");
    }

    @Test
    void everyCountryHasATileThatSaysItsShareOrThatThereIsNone() throws Exception {
        String html = get("tlds?metric=dane").body();

        assertThat(html)
                .contains(
                        "href=\"/tld/nl\" title=\"Netherlands: 25.0\u00a0%, 283 of 1,134, 140 unmeasured (11.0\u00a0%)\"")
                .contains("title=\"United Kingdom: no data, no crawl has a domain of it\"")
                .doesNotContain("href=\"/tld/uk\"");
        assertThat(Pattern.compile("class=\"tile nothing\" title").matcher(html).results())
                .hasSize(TILES - 1);
    }

    private static List<String> rowNames(String html) {
        return Pattern.compile("<th scope=\"row\"[^>]*><a[^>]*>([^<]*)</a>")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theProvidersPageShowsWhoGainedAndWhoLost() throws Exception {
        String text = get("providers").body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");

        assertThat(text).contains("Half of the 1,272 domains", "since the crawl of 2026-11-01", " small.example 2 31 ");
    }

    @Test
    void aChartsAddressSaysAllThatItShows() throws Exception {
        String html = get("chart?scope=tld&key=nl&metric=dane&weighting=mx_hosts&since=2026-03-01&until=2026-10-01")
                .body();
        String address = "since=2026-03-01&amp;until=2026-10-01&amp;scope=tld&amp;key=nl&amp;weighting=mx_hosts"
                + "&amp;metric=dane";

        assertThat(html)
                .contains("data-source=\"/api/v1/adoption?" + address + "\"")
                .contains("href=\"/api/v1/adoption.csv?" + address + "\"")
                .contains("href=\"/chart?" + address + "\"")
                .contains(dashboard.url() + "embed/chart?")
                .contains("WHERE scope = 'tld' AND weighting = 'mx_hosts' AND tld = 'nl'")
                .contains("2026-10-01")
                .doesNotContain("2026-11-01 </th>");
    }

    @Test
    void aChartIsEmbeddedAsItIsOrFollowsTheNewestCrawl() throws Exception {
        assertThat(get("problems").body())
                .contains(dashboard.url() + "embed/problems?crawl=2026-12-01&amp;figure=bars\"")
                .contains(dashboard.url() + "embed/problems?figure=bars\"");
        assertThat(get("problems?crawl=2026-11-01").body())
                .contains(dashboard.url() + "embed/problems?crawl=2026-11-01&amp;figure=bars\"")
                .doesNotContain(dashboard.url() + "embed/problems?figure");
        assertThat(get("tld/nl").body())
                .contains(dashboard.url() + "embed/chart?since=2026-01-01&amp;until=2026-12-01&amp;scope=tld")
                .contains(dashboard.url() + "embed/chart?scope=tld");
    }

    @Test
    void everyChartOfAPageCanBeEmbedded() throws Exception {
        assertThat(get("embed/what-if?figure=ranks").body()).contains("data-chart=\"ranks\"");
        assertThat(get("embed/what-if?figure=curve").body()).contains("data-chart=\"curve\"");
        assertThat(get("embed/what-if").body()).contains("data-chart=\"curve\"");
        assertThat(get("embed/what-if?figure=moon").statusCode()).isEqualTo(404);
    }

    @Test
    void theConstantPanelSaysWhoseShareItIs() throws Exception {
        assertThat(get("chart?panel=constant&metric=dane&since=2026-03-01").body())
                .contains("Only domains that each of the 10 crawls shown was to measure (1,000 in the newest)")
                .contains("data-source=\"/api/v1/adoption?since=2026-03-01&amp;panel=constant&amp;scope=all")
                .contains("the constant panel: those of every crawl");
        assertThat(get("chart?panel=constant&weighting=rank").statusCode()).isEqualTo(400);
    }

    @Test
    void aComparisonKeepsToItsDays() throws Exception {
        assertThat(get("compare?scope=tld&keys=nl&since=2026-03-01&until=2026-10-01")
                        .body())
                .contains("since=2026-03-01&amp;until=2026-10-01")
                .contains("2026-10-01 </th>")
                .doesNotContain("2026-11-01 </th>");
        assertThat(json(get("api/v1/compare?scope=tld&keys=nl&since=2026-11-01"))
                        .path("crawls"))
                .hasSize(2);
    }

    @Test
    void onlyWhatIsMadeForItMayBeEmbedded() throws Exception {
        assertThat(get("embed/what-if").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors *"));
        assertThat(get("what-if").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    }

    @Test
    void aComparisonSaysOfWhomThereAreNoFigures() throws Exception {
        assertThat(get("compare?scope=tld&keys=nl,zz").body()).contains("no crawl has figures: zz.");
    }

    @Test
    void aDomainsPageShowsTheEvidenceOfEachVerdict() throws Exception {
        assertThat(get("domain/EXAMPLE.nl.").body())
                .contains("mismatch")
                .contains("no TLSA record matches the certificate; mx1.big.example; 127.9.1.1")
                .contains("3 1 1 " + "cd".repeat(32))
                .contains("v=STSv1; id=1")
                .contains("Delegated to")
                .contains("Name servers run by")
                .contains("dns.example")
                .contains("max_age: 86400")
                .contains("220 mx1 ESMTP &lt;script")
                .contains("250 injected &lt;script")
                .contains("other key: handshake failed; ALERT; handshake_failure")
                .contains("TLSv1.3; TLS_AES_128_GCM_SHA256")
                .contains("2026-02-01");
    }

    @Test
    void aProvidersPageShowsWhatItHasToMendAndWhatWouldBeIfItDidMore() throws Exception {
        String text =
                get("provider/big.example").body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");

        assertThat(text)
                .contains("What it has to mend", "no TLSA record matches the certificate", "DANE 180 20 240 3")
                .contains("What if it did more?", "All of that together.")
                .doesNotContain("small.example");
        assertThat(get("provider/small.example").body()).contains("shows nothing that it has to mend");
    }

    @Test
    void aTopLevelDomainsPageLeadsToAllThatIsSaidOfIt() throws Exception {
        assertThat(get("tld/nl").body()).contains("/problems?tld=nl", "/what-if?tld=nl", "/providers?tld=nl");
    }

    @Test
    void aHostsPageShowsWhoRunsItAndHowThatIsKnown() throws Exception {
        assertThat(get("host/mx1.big.example").body())
                .contains("Provider told by", "certificate", "medium")
                .contains("unknown behind this filtering service");
    }

    @Test
    void aHostsPageShowsFromCrawlToCrawlWhatChangedAndNothingThatCouldNotBeTold() throws Exception {
        String text =
                get("host/mx1.big.example").body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");

        assertThat(text)
                .contains("2026-11-01 TLSA records mismatch")
                .contains("2026-10-01 certificate mismatch")
                .contains("2026-03-01 mismatch yes 1212121212121212… could not be told")
                .contains("2026-04-01 mismatch yes 1212121212121212… 3 1 1 abababababababab…");
    }

    @Test
    void aDomainWithoutObservationSaysThatItCountsAsUnmeasured() throws Exception {
        assertThat(get("domain/unseen.nl").body()).contains("it counts as unmeasured");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        domain/nowhere.nl                                | 404 | nowhere.nl
        host/nowhere.nl                                  | 404 | nowhere.nl
        tld/zz                                           | 404 | .zz
        provider/nowhere.nl                              | 404 | nowhere.nl
        nothing                                          | 404 | no page
        tld/nl?weighting=moon                            | 400 | domains, mx_hosts
        tlds?sort=moon                                   | 400 | name, size or the id of a metric
        search                                           | 400 | what to search for
        api/v1/adoption?metric=moon                      | 400 | There is no metric
        api/v1/adoption?scope=moon                       | 400 | There is no scope
        api/v1/adoption?scope=tld                        | 400 | needs a key
        api/v1/adoption?scope=tld&key=zz                 | 404 | tld zz
        api/v1/adoption?scope=tld_provider&key=nl        | 400 | slash between
        api/v1/adoption?weighting=moon                   | 400 | There is no weighting
        api/v1/adoption?weighting=mx_hosts&metric=tlsrpt | 400 | about domains alone
        api/v1/tlds?limit=0                              | 400 | from 1 to
        api/v1/domains/nowhere.nl                        | 404 | nowhere.nl
        api/v1/hosts/nowhere.nl                          | 404 | nowhere.nl
        api/v1/search?q=                                 | 400 | what to search for
        api/v1/moon                                      | 404 | no page
        """)
    void whatCannotBeAnsweredIsRefusedInOneSentence(String address, int status, String says) throws Exception {
        HttpResponse<String> answer = get(address);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(says).doesNotContain("Exception").doesNotContain("\tat ");
        if (address.startsWith("api/")) {
            assertThat(json(answer).path("error").asText()).endsWith(".");
        }
    }

    @Test
    void adoptionHasEveryCrawlsFiguresOfTheMetricsAskedFor() throws Exception {
        JsonNode document = json(get("api/v1/adoption?scope=tld&key=NL&metric=dane,tlsrpt"));

        assertThat(document.path("scope").asText()).isEqualTo("tld");
        assertThat(document.path("key").asText()).isEqualTo("nl");
        assertThat(document.path("crawls")).hasSize(12);
        assertThat(document.path("points")).hasSize(24);
        JsonNode point = document.path("points").get(0);
        assertThat(point.path("crawl").asText()).isEqualTo("2026-01-01");
        assertThat(point.path("metric").asText()).isEqualTo("dane");
        assertThat(point.path("frame").asLong()).isEqualTo(1400);
        assertThat(point.path("numerator").asLong())
                .isPositive()
                .isLessThan(point.path("denominator").asLong());
        assertThat(point.path("unmeasured").asLong()).isPositive();
        assertThat(point.path("lowest").asDouble())
                .isPositive()
                .isLessThan(point.path("highest").asDouble());
        assertThat(point.path("quality").asText()).isEqualTo("fair");
        assertThat(document.path("metrics").get(0).path("sentence").asText()).contains("TLSA");
    }

    @Test
    void adoptionIsThereAsCsvWithTheSameColumns() throws Exception {
        HttpResponse<String> answer = get("api/v1/adoption.csv?scope=tld&key=org&metric=dnssec");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.body().lines())
                .hasSize(13)
                .startsWith("crawl,scope,key,weighting,metric,frame,numerator,denominator,unmeasured,quality")
                .contains("2026-01-01,tld,org,domains,dnssec,600,188,496,48,fair");
    }

    @Test
    void aDomainIsThereAsJsonUnderTheTablesOwnNames() throws Exception {
        JsonNode document = json(get("api/v1/domains/example.nl"));

        assertThat(document.at("/newest/seen/mx_status").asText()).isEqualTo("HOSTS");
        assertThat(document.at("/newest/verdict/dane").asText()).isEqualTo("MISMATCH");
        assertThat(document.at("/newest/hosts/0/addresses/0/seen/banner").asText())
                .contains(FixtureEvidence.MARKUP);
        assertThat(document.at("/newest/hosts/0/addresses/0/chain/0/der").binaryValue())
                .isEqualTo(FixtureEvidence.MARKUP.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(document.path("history")).hasSize(12);
    }

    @Test
    void groupsCrawlsMetricsHostsAndSearchAreThereAsJson() throws Exception {
        assertThat(json(get("api/v1/tlds")).at("/groups/0/key").asText()).isEqualTo("nl");
        assertThat(json(get("api/v1/providers?limit=1")).path("groups")).hasSize(1);
        assertThat(json(get("api/v1/crawls")).path("crawls")).hasSize(12);
        assertThat(json(get("api/v1/metrics")).findValuesAsText("id")).contains("dane", "mta_sts");
        assertThat(json(get("api/v1/hosts/mx1.big.example")).at("/users/count").asInt())
                .isEqualTo(900);
        assertThat(json(get("api/v1/search?q=big")).at("/hits/0/kind").asText()).isEqualTo("HOST");
    }

    @Test
    void aSearchWithOneHitGoesStraightToIt() throws Exception {
        HttpResponse<String> answer = get("search?q=example.nl");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/domain/example.nl");
    }

    @Test
    void assetsAreOurOwnAndMayBeKeptForGood() throws Exception {
        for (String address : attributes(get("").body(), "(?:src|href)")) {
            if (address.startsWith("/assets/")) {
                HttpResponse<String> answer = get(address.substring(1));
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                        .contains("immutable");
                assertThat(answer.body()).isNotEmpty();
            }
        }
        assertThat(get("assets/0000/mxcensus.js").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutACrawlEveryPageSaysWhichCommandHelps() throws Exception {
        try (Dashboard empty = Dashboard.start(new FixtureCensus(0, false), DashboardOptions.DEFAULT)) {
            HttpResponse<String> page = fetch(empty.url().resolve("/"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("mxcensus crawl INPUT --data /data")
                    .doesNotContain("simulated");
            assertThat(json(fetch(empty.url().resolve("/api/v1/crawls"))).path("crawls"))
                    .isEmpty();
            assertThat(fetch(empty.url().resolve("/api/v1/adoption")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aRealWorldHasNoBannerAndOneCrawlHasNoChange() throws Exception {
        try (Dashboard real = Dashboard.start(new FixtureCensus(1, false), DashboardOptions.DEFAULT)) {
            assertThat(fetch(real.url()).body()).doesNotContain("simulated").doesNotContain("since ");
            assertThat(fetch(real.url().resolve("/transitions")).body())
                    .contains("Before the crawl of 2026-01-01 there is none");
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return fetch(URI.create(dashboard.url() + address));
    }

    private static HttpResponse<String> fetch(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        return DevTools.JSON.readTree(answer.body());
    }

    /// A link to a source elsewhere asks for nothing until somebody follows it, and what stands in `pre` is text.
    private static String withoutLinksAndQuotations(String html) {
        return html.replaceAll("<a href=\"https://[^\"]*\" rel=\"noreferrer\">", "")
                .replaceAll("(?s)<pre[^>]*>.*?</pre>", "");
    }

    private static List<String> attributes(String html, String name) {
        return Pattern.compile("\\s" + name + "=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
