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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mxcensus.analyzer.stats.Metric;

/// What single pages say.
class PagesTest {
    /// As many as there are codes in `tiles.txt`; TilesTest looks whether all are there.
    private static final int TILES = 247;

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
        String text = text("providers");

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
    void theMapIsCitedAndEmbeddedAsChartsAre() throws Exception {
        assertThat(get("tlds?metric=dnssec").body())
                .contains(dashboard.url() + "embed/tlds?metric=dnssec&amp;weighting=domains\"")
                .contains("scope = 'tld' AND weighting = 'domains' AND crawl = DATE '2026-12-01'")
                .contains("href=\"/api/v1/tlds.csv?metric=dnssec&amp;weighting=domains&amp;limit=10000\"");
        assertThat(get("embed/tlds?metric=dnssec").body())
                .contains("Signed with DNSSEC, by country code", "href=\"/tld/nl\"", "<base target=\"_blank\">")
                .doesNotContain("<nav", "<form");
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
    void aChartOfMoreMetricsThanAnybodyReadsIsRefused() throws Exception {
        String twelve = Stream.of(Metric.values()).limit(12).map(Metric::id).collect(Collectors.joining(","));

        assertThat(get("chart?metric=" + twelve).statusCode()).isEqualTo(200);
        assertThat(get("chart?metric=" + twelve + "," + Metric.values()[12].id())
                        .body())
                .contains("A chart shows 12 metrics at most; ask for fewer.");
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
        String text = text("provider/big.example");

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
        String text = text("host/mx1.big.example");

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

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(dashboard.url() + address)).build(), BodyHandlers.ofString());
    }

    /// What a page says, without its markup.
    private static String text(String address) throws IOException, InterruptedException {
        return get(address).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return DevTools.JSON.readTree(answer.body());
    }
}
