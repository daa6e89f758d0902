package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.dashboard.api.Api;
import org.mxcensus.dashboard.api.Endpoint;
import org.mxcensus.dashboard.live.Live;

/// The API as its description promises it.
class ApiTest {
    private static final FixtureCensus CENSUS = FixtureCensus.ofAYear();

    @RegisterExtension
    static final Visit VISIT = new Visit(CENSUS);

    @Test
    void theDescriptionHasEveryRouteAndNoOther() throws Exception {
        JsonNode paths = Visit.json(VISIT.get("api/v1/openapi.json")).path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(routes().stream()
                        .filter(path -> path.startsWith("/api/") && !path.endsWith("/openapi.json"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyParameterIsDescribedAndEveryLineNamesItsColumns(Endpoint endpoint) throws Exception {
        JsonNode description = Visit.json(VISIT.get("api/v1/openapi.json"));
        JsonNode operation = description.path("paths").path(endpoint.path()).path("get");

        assertThat(operation.path("summary").asText()).endsWith(".");
        for (JsonNode parameter : operation.path("parameters")) {
            assertThat(parameter.path("description").asText())
                    .as(parameter.path("name").asText())
                    .endsWith(".");
            assertThat(endpoint.path().contains("{" + parameter.path("name").asText() + "}"))
                    .isEqualTo(parameter.path("in").asText().equals("path"));
        }
        endpoint.line()
                .ifPresent(line -> assertThat(
                                description.at("/components/schemas/" + line.getSimpleName() + "/properties"))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyAddressAnswersItsExampleAsJsonAndAsCsv(Endpoint endpoint) throws Exception {
        String query = endpoint.path().endsWith("search") ? "?q=big" : "";
        HttpResponse<String> answer = VISIT.get(path(endpoint.path()) + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Visit.json(answer).isObject()).isTrue();
        if (endpoint.csvPath().isPresent()) {
            HttpResponse<String> csv = VISIT.get(path(endpoint.csvPath().orElseThrow()) + query);
            assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
            assertThat(csv.body().lines()).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aParameterThatAnAddressDoesNotTakeIsRefused(Endpoint endpoint) throws Exception {
        HttpResponse<String> answer = VISIT.get(path(endpoint.path()) + "?moon=1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visit.json(answer).path("error").asText()).contains("moon").endsWith(".");
    }

    @Test
    void whatTheCallerHasAlreadyIsNotSentAgain() throws Exception {
        HttpResponse<String> first = VISIT.get("api/v1/problems");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = VISIT.get("api/v1/problems", "If-None-Match", tag);
        HttpResponse<String> other = VISIT.get("api/v1/problems", "If-None-Match", "\"other\"");

        assertThat(tag).contains(CENSUS.edition());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusalHasNoTagOfTheCrawl() throws Exception {
        assertThat(VISIT.get("api/v1/problems?crawl=2020-01-01").headers().firstValue("ETag"))
                .isNotEqualTo(VISIT.get("api/v1/problems").headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        problems?crawl=yesterday                      | 400 | as a date
        problems?crawl=2020-01-01                     | 404 | no statistics of a crawl
        problems?tld=zz                               | 404 | .zz
        problems?party=moon                           | 400 | provider, dns_operator, policy_host
        what-if?lever=moon                            | 400 | tlsa, signed_hosts
        transitions?mechanism=moon                    | 400 | dane, mta_sts
        transitions?before=2026-12-01&after=2026-11-01 | 400 | is not before
        transitions/domains?event=moon                | 400 | appeared, vanished
        reconcile?from=moon                           | 400 | dane_survey
        events?offset=-1                              | 400 | from 0 to
        adoption?since=2027-01-01                     | 404 | No crawl has figures
        adoption?panel=moon                           | 400 | all, constant
        adoption?panel=constant&weighting=mx_hosts    | 400 | weighting=domains
        adoption?panel=constant&metric=tls13          | 400 | dnssec, starttls, dane
        adoption?panel=constant&scope=provider&key=x  | 400 | scope=all or scope=tld
        """)
    void whatCannotBeAnsweredIsRefusedInOneSentence(String address, int status, String says) throws Exception {
        HttpResponse<String> answer = VISIT.get("api/v1/" + address);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Visit.json(answer).path("error").asText()).contains(says).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transitions", "transitions/domains", "transitions/moves"})
    void whatHappenedBeforeTheFirstCrawlIsNothingAndWhyIsSaid(String address) throws Exception {
        JsonNode document = Visit.json(VISIT.get("api/v1/" + address + "?after=2026-01-01"));

        assertThat(document.path("total").asInt()).isZero();
        assertThat(document.path("reason").asText())
                .isEqualTo("Before the crawl of 2026-01-01 there is none that it could be compared with.");
        assertThat(VISIT.get("api/v1/" + address + ".csv?after=2026-01-01")
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(VISIT.get("api/v1/" + address + "?after=2020-01-01").statusCode())
                .isEqualTo(404);
    }

    @Test
    void rowsComeInPagesThatSayHowManyThereAre() throws Exception {
        JsonNode page = Visit.json(VISIT.get("api/v1/problems?offset=1&limit=1"));

        assertThat(page.path("total").asInt()).isEqualTo(4);
        assertThat(page.path("offset").asInt()).isEqualTo(1);
        assertThat(page.path("problems")).hasSize(1);
        assertThat(page.at("/problems/0/cause").asText()).isEqualTo("EXPIRED");
        assertThat(VISIT.get("api/v1/problems.csv?offset=1&limit=1").body().lines())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        crawls                                    | crawls | 12
        adoption?metric=dane,dnssec               | points | 24
        compare?scope=tld&keys=nl,org&metric=dane | points | 24
        """)
    void whatGrowsWithTheCrawlsIsAllThereUnlessAPageOfItIsAskedFor(String list, String rows, int total)
            throws Exception {
        String address = "api/v1/" + list;
        String page = address + (address.contains("?") ? "&" : "?") + "offset=3&limit=2";
        JsonNode all = Visit.json(VISIT.get(address));
        JsonNode some = Visit.json(VISIT.get(page));

        assertThat(all.path(rows)).hasSize(total);
        assertThat(some.path("total").asInt()).isEqualTo(total);
        assertThat(some.path("offset").asInt()).isEqualTo(3);
        assertThat(some.path(rows))
                .containsExactly(all.path(rows).get(3), all.path(rows).get(4));
        assertThat(VISIT.get(page.replaceFirst("(/[a-z]+)\\?", "$1.csv?"))
                        .body()
                        .lines())
                .hasSize(3);
        assertThat(VISIT.get(page.replace("limit=2", "limit=10001")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void figuresComeWithDenominatorAndUnmeasured() throws Exception {
        assertThat(Visit.json(VISIT.get("api/v1/problems?party=dns_operator"))
                        .at("/problems/0/party")
                        .asText())
                .isEqualTo("dns.example");
        assertThat(Visit.json(VISIT.get("api/v1/problems?mechanism=mta_sts"))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(Visit.json(VISIT.get("api/v1/what-if?lever=signed_zones"))
                        .at("/gains/0/party_kind")
                        .asText())
                .isEqualTo("dns_operator");
        assertThat(Visit.json(VISIT.get("api/v1/what-if/curve?lever=tlsa"))
                        .at("/curve/0/unmeasured")
                        .asLong())
                .isEqualTo(140);
        assertThat(Visit.json(VISIT.get("api/v1/transitions"))
                        .at("/transitions/0/domains")
                        .asLong())
                .isEqualTo(1200);
        assertThat(Visit.json(VISIT.get("api/v1/transitions?tld=nl"))
                        .at("/transitions/0/domains")
                        .asLong())
                .isEqualTo(600);
        assertThat(Visit.json(VISIT.get("api/v1/transitions/domains?event=adopted"))
                        .path("total")
                        .asLong())
                .isEqualTo(80);
        assertThat(Visit.json(VISIT.get("api/v1/reconcile"))
                        .at("/steps/2/numerator_out")
                        .asLong())
                .isEqualTo(30);
        assertThat(Visit.json(VISIT.get("api/v1/events?since=2026-01-01&kind=world"))
                        .path("events"))
                .hasSize(1);
        assertThat(Visit.json(VISIT.get("api/v1/adoption?since=2026-11-01&metric=dane"))
                        .path("points"))
                .hasSize(2);
        assertThat(Visit.json(VISIT.get("api/v1/tlds?metric=dane&offset=1")).at("/groups/0/now"))
                .hasSize(1);
    }

    @Test
    void theConstantPanelIsToldApartFromAllDomains() throws Exception {
        JsonNode panel = Visit.json(VISIT.get("api/v1/adoption?panel=constant&metric=dane&since=2026-10-01"));

        assertThat(panel.path("panel").asText()).isEqualTo("constant");
        assertThat(panel.path("points")).hasSize(3);
        assertThat(panel.at("/points/2/numerator").asLong()).isEqualTo(120);
        assertThat(panel.at("/points/2/denominator").asLong()).isEqualTo(800);
        assertThat(panel.at("/points/2/unmeasured").asLong()).isEqualTo(100);
        assertThat(Visit.json(VISIT.get("api/v1/adoption?panel=constant")).path("metrics"))
                .hasSize(6);
        assertThat(Visit.json(VISIT.get("api/v1/adoption?metric=dane"))
                        .path("panel")
                        .asText())
                .isEqualTo("all");
    }

    static List<Endpoint> endpoints() {
        return Api.endpoints(CENSUS);
    }

    private static Set<String> routes() {
        Javalin server = Javalin.create(
                config -> Routes.add(config.routes, CENSUS, Tier.FULL, new Live(CENSUS, Live.Rhythm.DEFAULT)));
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.path)
                .collect(Collectors.toSet());
    }

    private static String path(String template) {
        return Stream.of(template.substring(1))
                .map(path -> path.replace("hosts/{name}", "hosts/" + FixtureEvidence.HOST))
                .map(path -> path.replace("{name}", FixtureEvidence.DOMAIN))
                .findFirst()
                .orElseThrow();
    }
}
