package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    private static final String ADDRESSES = "(?:src|href|action|formaction|data-source)";

    @RegisterExtension
    static final Visit VISIT = new Visit(FixtureCensus.ofAYear());

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyPageIsServedUnderAStrictPolicyAndSaysThatTheWorldIsSimulated(String page) throws Exception {
        HttpResponse<String> answer = VISIT.get(page);

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
        String html = VISIT.get(page).body();

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
        String html = VISIT.get(page).body();

        assertThat(html).doesNotContain("<img").doesNotContain("<script>alert").doesNotContain("<b>");
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
        HttpResponse<String> answer = VISIT.get(address);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(says).doesNotContain("Exception").doesNotContain("\tat ");
        if (address.startsWith("api/")) {
            assertThat(Visit.json(answer).path("error").asText()).endsWith(".");
        }
    }

    @Test
    void adoptionHasEveryCrawlsFiguresOfTheMetricsAskedFor() throws Exception {
        JsonNode document = Visit.json(VISIT.get("api/v1/adoption?scope=tld&key=NL&metric=dane,tlsrpt"));

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
        HttpResponse<String> answer = VISIT.get("api/v1/adoption.csv?scope=tld&key=org&metric=dnssec");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.body().lines())
                .hasSize(13)
                .startsWith("crawl,scope,key,weighting,metric,frame,numerator,denominator,unmeasured,quality")
                .contains("2026-01-01,tld,org,domains,dnssec,600,188,496,48,fair");
    }

    @Test
    void aDomainIsThereAsJsonUnderTheTablesOwnNames() throws Exception {
        JsonNode document = Visit.json(VISIT.get("api/v1/domains/example.nl"));

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
        assertThat(Visit.json(VISIT.get("api/v1/tlds")).at("/groups/0/key").asText())
                .isEqualTo("nl");
        assertThat(Visit.json(VISIT.get("api/v1/providers?limit=1")).path("groups"))
                .hasSize(1);
        assertThat(Visit.json(VISIT.get("api/v1/crawls")).path("crawls")).hasSize(12);
        assertThat(Visit.json(VISIT.get("api/v1/metrics")).findValuesAsText("id"))
                .contains("dane", "mta_sts");
        assertThat(Visit.json(VISIT.get("api/v1/hosts/mx1.big.example"))
                        .at("/users/count")
                        .asInt())
                .isEqualTo(900);
        assertThat(Visit.json(VISIT.get("api/v1/search?q=big"))
                        .at("/hits/0/kind")
                        .asText())
                .isEqualTo("HOST");
    }

    @Test
    void aSearchWithOneHitGoesStraightToIt() throws Exception {
        HttpResponse<String> answer = VISIT.get("search?q=example.nl");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/domain/example.nl");
    }

    @Test
    void assetsAreOurOwnAndMayBeKeptForGood() throws Exception {
        for (String address : attributes(VISIT.get("").body(), "(?:src|href)")) {
            if (address.startsWith("/assets/")) {
                HttpResponse<String> answer = VISIT.get(address.substring(1));
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                        .contains("immutable");
                assertThat(answer.body()).isNotEmpty();
            }
        }
        assertThat(VISIT.get("assets/0000/mxcensus.js").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutACrawlEveryPageSaysWhichCommandHelps() throws Exception {
        try (Dashboard empty = Dashboard.start(new FixtureCensus(0, false), DashboardOptions.DEFAULT)) {
            HttpResponse<String> page = VISIT.fetch(empty.url().resolve("/"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("mxcensus crawl INPUT --data /data")
                    .doesNotContain("simulated");
            assertThat(Visit.json(VISIT.fetch(empty.url().resolve("/api/v1/crawls")))
                            .path("crawls"))
                    .isEmpty();
            assertThat(VISIT.fetch(empty.url().resolve("/api/v1/adoption")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aRealWorldHasNoBannerAndOneCrawlHasNoChange() throws Exception {
        try (Dashboard real = Dashboard.start(new FixtureCensus(1, false), DashboardOptions.DEFAULT)) {
            assertThat(VISIT.fetch(real.url()).body())
                    .doesNotContain("simulated")
                    .doesNotContain("since ");
            assertThat(VISIT.fetch(real.url().resolve("/transitions")).body())
                    .contains("Before the crawl of 2026-01-01 there is none");
        }
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
