package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mxcensus.analyzer.stats.Metric;

/// What single pages say.
class PagesTest {
    /// As many as there are codes in `tiles.txt`; TilesTest looks whether all are there.
    private static final int TILES = 247;

    @RegisterExtension
    static final Visit VISIT = new Visit(FixtureCensus.ofAYear());

    @Test
    void theOverviewShowsEachShareWithNumeratorDenominatorUnmeasuredAndChange() throws Exception {
        String html = VISIT.get("").body();

        // DNSSEC in the twelfth crawl: 7 % of 2,000 unmeasured, 90 % of the others applicable, 60 % of those signed.
        assertThat(html)
                .contains("<span class=\"share\">60.0")
                .contains("1,004 of 1,674")
                .contains("140 unmeasured (7.7")
                .contains("+2.0 points <span class=\"since\">since 2026-11-01<");
    }

    @Test
    void numbersAndDatesAreWrittenAsTheReaderDoes() throws Exception {
        HttpResponse<String> german = VISIT.get("", "Accept-Language", "de-DE,de;q=0.9,en;q=0.8");

        assertThat(german.body())
                .contains("<html lang=\"en\" data-locale=\"de-DE\">")
                .contains("<span class=\"share\">60,0\u00a0%")
                .contains("1.004 of 1.674")
                .contains("since 01.11.2026<")
                .contains("data-value=\"2026-12-01\">01.12.2026");
        assertThat(german.headers().firstValue("Vary")).contains("Accept-Language");
        assertThat(VISIT.get("").body())
                .contains("<html lang=\"en\" data-locale=\"\">")
                .contains("1,004 of 1,674");
    }

    @Test
    void aTranslationSaysAlsoWhatTheDefinitionsSayAndLeavesTheRestInEnglish() throws Exception {
        HttpResponse<String> reconcile = VISIT.get("reconcile?to=mxcensus", "Accept-Language", "eo");
        assertThat(VISIT.get("chart?metric=dane", "Accept-Language", "eo").body())
                .contains("<html lang=\"eo\"", ">Superrigardo</a>", "DANE validas", "DANO, %", "Cite, embed, reproduce")
                .containsPattern("/assets/[0-9a-f]+/texts-eo[.]js");
        assertThat(VISIT.get("problems", "Accept-Language", "eo").body()).contains("neniu TLSA-rikordo konvenas");
        assertThat(VISIT.get("what-if", "Accept-Language", "eo").body()).contains("rikordoj");
        assertThat(VISIT.get("domain/example.nl", "Accept-Language", "eo").body())
                .contains("nekonvena");
        assertThat(reconcile.body()).contains("mxcensus mem");
        assertThat(VISIT.get("chart?metric=dane").body())
                .contains("<html lang=\"en\"", ">Overview</a>")
                .doesNotContain("validas", "DANO");
        assertThat(VISIT.get("api/v1/metrics", "Accept-Language", "eo").body()).doesNotContain("validas", "DANO");
    }

    @Test
    void scriptsSpeakTheLanguageOfTheirPage() throws Exception {
        Matcher script = Pattern.compile("/(assets/[0-9a-f]+/texts-eo[.]js)")
                .matcher(VISIT.get("chart", "Accept-Language", "eo").body());
        assertThat(script.find()).isTrue();

        assertThat(VISIT.get(script.group(1)).body())
                .contains("\"metric.dane.label\":\"DANO\"", "\"script.today\":\"hodiaŭ\"", "\"column.place\":\"");
    }

    @Test
    void theOverviewShowsTheChangeOfAYearWhereThereIsACrawlOfAboutThen() throws Exception {
        assertThat(VISIT.get("").body()).contains("+22.0 points <span class=\"since\">since 2026-01-01<");
    }

    @Test
    void topLevelDomainsStandInTheOrderThatTheAddressSays() throws Exception {
        assertThat(rowNames(VISIT.get("tlds").body())).containsExactly(".nl", ".org");
        assertThat(rowNames(VISIT.get("tlds?sort=size").body())).containsExactly(".org", ".nl");
        assertThat(rowNames(VISIT.get("tlds?sort=-name").body())).containsExactly(".org", ".nl");
        assertThat(rowNames(VISIT.get("tlds?sort=-tlsrpt").body())).containsExactly(".nl", ".org");
        assertThat(VISIT.get("tlds?metric=tlsrpt&sort=-dane").body())
                .contains("<th scope=\"col\" class=\"number\" aria-sort=\"descending\">"
                        + "<a href=\"/tlds?metric=tlsrpt&amp;weighting=domains&amp;sort=dane\">DANE, %</a>")
                .contains("&amp;sort=name\">TLD</a>")
                .contains("&amp;sort=-size\">Domains</a>");
    }

    @Test
    void everyCountryHasATileThatSaysItsShareOrThatThereIsNone() throws Exception {
        String html = VISIT.get("tlds?metric=dane").body();

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
        String text = VISIT.text("providers");

        assertThat(text).contains("Half of the 1,272 domains", "since the crawl of 2026-11-01", " small.example 2 31 ");
    }

    @Test
    void aChartsAddressSaysAllThatItShows() throws Exception {
        String html = VISIT.get(
                        "chart?scope=tld&key=nl&metric=dane&weighting=mx_hosts&since=2026-03-01&until=2026-10-01")
                .body();
        String address = "since=2026-03-01&amp;until=2026-10-01&amp;scope=tld&amp;key=nl&amp;weighting=mx_hosts"
                + "&amp;metric=dane";

        assertThat(html)
                .contains("data-source=\"/api/v1/adoption?" + address + "\"")
                .contains("href=\"/api/v1/adoption.csv?" + address + "\"")
                .contains("href=\"/chart?" + address + "\"")
                .contains(VISIT.url() + "embed/chart?")
                .contains("WHERE scope = 'tld' AND weighting = 'mx_hosts' AND tld = 'nl'")
                .contains("2026-10-01")
                .doesNotContain("2026-11-01 </th>");
    }

    @Test
    void aChartIsEmbeddedAsItIsOrFollowsTheNewestCrawl() throws Exception {
        assertThat(VISIT.get("problems").body())
                .contains(VISIT.url() + "embed/problems?crawl=2026-12-01&amp;figure=bars\"")
                .contains(VISIT.url() + "embed/problems?figure=bars\"");
        assertThat(VISIT.get("problems?crawl=2026-11-01").body())
                .contains(VISIT.url() + "embed/problems?crawl=2026-11-01&amp;figure=bars\"")
                .doesNotContain(VISIT.url() + "embed/problems?figure");
        assertThat(VISIT.get("tld/nl").body())
                .contains(VISIT.url() + "embed/chart?since=2026-01-01&amp;until=2026-12-01&amp;scope=tld")
                .contains(VISIT.url() + "embed/chart?scope=tld");
    }

    @Test
    void theMapIsCitedAndEmbeddedAsChartsAre() throws Exception {
        assertThat(VISIT.get("tlds?metric=dnssec").body())
                .contains(VISIT.url() + "embed/tlds?metric=dnssec&amp;weighting=domains\"")
                .contains("scope = 'tld' AND weighting = 'domains' AND crawl = DATE '2026-12-01'")
                .contains("href=\"/api/v1/tlds.csv?metric=dnssec&amp;weighting=domains&amp;limit=10000\"");
        assertThat(VISIT.get("embed/tlds?metric=dnssec").body())
                .contains("Signed with DNSSEC, by country code", "href=\"/tld/nl\"", "<base target=\"_blank\">")
                .doesNotContain("<nav", "<form");
    }

    @Test
    void everyChartOfAPageCanBeEmbedded() throws Exception {
        assertThat(VISIT.get("embed/what-if?figure=ranks").body()).contains("data-chart=\"ranks\"");
        assertThat(VISIT.get("embed/what-if?figure=curve").body()).contains("data-chart=\"curve\"");
        assertThat(VISIT.get("embed/what-if").body()).contains("data-chart=\"curve\"");
        assertThat(VISIT.get("embed/what-if?figure=moon").statusCode()).isEqualTo(404);
    }

    @Test
    void theConstantPanelSaysWhoseShareItIs() throws Exception {
        assertThat(VISIT.get("chart?panel=constant&metric=dane&since=2026-03-01")
                        .body())
                .contains("Only domains that each of the 10 crawls shown was to measure (1,000 in the newest)")
                .contains("data-source=\"/api/v1/adoption?since=2026-03-01&amp;panel=constant&amp;scope=all")
                .contains("the constant panel: those of every crawl");
        assertThat(VISIT.get("chart?panel=constant&weighting=rank").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aChartOfMoreMetricsThanAnybodyReadsIsRefused() throws Exception {
        String twelve = Stream.of(Metric.values()).limit(12).map(Metric::id).collect(Collectors.joining(","));

        assertThat(VISIT.get("chart?metric=" + twelve).statusCode()).isEqualTo(200);
        assertThat(VISIT.get("chart?metric=" + twelve + "," + Metric.values()[12].id())
                        .body())
                .contains("A chart shows 12 metrics at most; ask for fewer.");
    }

    @Test
    void aComparisonKeepsToItsDays() throws Exception {
        assertThat(VISIT.get("compare?scope=tld&keys=nl&since=2026-03-01&until=2026-10-01")
                        .body())
                .contains("since=2026-03-01&amp;until=2026-10-01")
                .contains("2026-10-01 </th>")
                .doesNotContain("2026-11-01 </th>");
        assertThat(Visit.json(VISIT.get("api/v1/compare?scope=tld&keys=nl&since=2026-11-01"))
                        .path("crawls"))
                .hasSize(2);
    }

    @Test
    void onlyWhatIsMadeForItMayBeEmbedded() throws Exception {
        assertThat(VISIT.get("embed/what-if").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors *"));
        assertThat(VISIT.get("what-if").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    }

    @Test
    void aComparisonSaysOfWhomThereAreNoFigures() throws Exception {
        assertThat(VISIT.get("compare?scope=tld&keys=nl,zz").body()).contains("no crawl has figures: zz.");
    }

    @Test
    void aDomainsPageShowsTheEvidenceOfEachVerdict() throws Exception {
        assertThat(VISIT.get("domain/EXAMPLE.nl.").body())
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
                .contains("other key: handshake failed; alert; handshake_failure")
                .contains("TLSv1.3; TLS_AES_128_GCM_SHA256")
                .contains("2026-02-01");
    }

    @Test
    void aProvidersPageShowsWhatItHasToMendAndWhatWouldBeIfItDidMore() throws Exception {
        String text = VISIT.text("provider/big.example");

        assertThat(text)
                .contains("What it has to mend", "no TLSA record matches the certificate", "DANE 180 20 240 3")
                .contains(
                        "What if it did more?",
                        "signs the names of its MX hosts, and the zones of its customers are signed.")
                .doesNotContain("small.example");
        assertThat(VISIT.get("provider/small.example").body()).contains("shows nothing that it has to mend");
    }

    @Test
    void aTopLevelDomainsPageLeadsToAllThatIsSaidOfIt() throws Exception {
        assertThat(VISIT.get("tld/nl").body()).contains("/problems?tld=nl", "/what-if?tld=nl", "/providers?tld=nl");
    }

    @Test
    void aHostsPageShowsWhoRunsItAndHowThatIsKnown() throws Exception {
        assertThat(VISIT.get("host/mx1.big.example").body())
                .contains("Provider told by", "certificate", "medium")
                .contains("unknown behind this filtering service");
    }

    @Test
    void aHostsPageShowsFromCrawlToCrawlWhatChangedAndNothingThatCouldNotBeTold() throws Exception {
        String text = VISIT.text("host/mx1.big.example");

        assertThat(text)
                .contains("2026-11-01 TLSA records mismatch")
                .contains("2026-10-01 certificate mismatch")
                .contains("2026-03-01 mismatch yes 1212121212121212… could not be told")
                .contains("2026-04-01 mismatch yes 1212121212121212… 3 1 1 abababababababab…");
    }

    @Test
    void aDomainWithoutObservationSaysThatItCountsAsUnmeasured() throws Exception {
        assertThat(VISIT.get("domain/unseen.nl").body()).contains("it counts as unmeasured");
    }
}
