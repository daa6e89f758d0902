package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.dashboard.live.Live;
import org.mxcensus.dashboard.publish.Reveals;
import org.mxcensus.datasets.store.UserError;

/// What outsiders see, by tier.
class PublishTest {
    private static final Map<Tier, Dashboard> DASHBOARDS = new EnumMap<>(Tier.class);

    /// Names of domains and hosts, and groups that are too small or would betray such.
    private static final List<String> NAMES = List.of(
            FixtureEvidence.DOMAIN,
            FixtureEvidence.UNSEEN,
            FixtureEvidence.HOST,
            "markup",
            "alert(2)",
            FixtureTrends.TINY,
            FixtureTrends.BETRAYING,
            "." + FixtureTrends.TINY_TLD + "<",
            "\"key\":\"" + FixtureTrends.TINY_TLD + "\"");

    /// What servers, certificates, records and policies say.
    private static final List<String> TEXTS =
            List.of("alert('mx')", "alert(&#39;mx", "220 mx1", "250 injected", "v=STSv1", "v=TLSRPTv1", "max_age: ");

    private static HttpClient client;

    @BeforeAll
    static void start() {
        client = HttpClient.newHttpClient();
        for (Tier tier : Tier.values()) {
            DASHBOARDS.put(
                    tier,
                    Dashboard.start(
                            FixtureCensus.withSmallGroups(), new DashboardOptions("127.0.0.1", 0, Optional.of(tier))));
        }
    }

    @AfterAll
    static void stop() {
        client.close();
        DASHBOARDS.values().forEach(Dashboard::close);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteSaysWhatItReveals(Endpoint route) {
        assertThat(declared(route)).as(route.path).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("routesByTier")
    void aRouteIsAnsweredFromItsTierOn(Tier tier, Endpoint route) throws Exception {
        HttpResponse<String> answer = get(tier, example(route.path));

        if (tier.allows(declared(route).getFirst())) {
            assertThat(answer.statusCode()).as(route.path).isIn(200, 302, 400, 404);
        } else {
            assertThat(answer.statusCode()).as(route.path).isEqualTo(403);
            assertThat(answer.body()).contains("publishes " + tier.phrase() + ", and this address shows more.");
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void statisticsNameNoDomainNoHostAndNoSmallGroup(String address) throws Exception {
        HttpResponse<String> answer = get(Tier.AGGREGATES, address);

        assertThat(answer.body()).as(address).doesNotContain(NAMES).doesNotContain(TEXTS);
        assertThat(answer.body()).doesNotContain("/domain/", "/host/");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void verdictsQuoteNobody(String address) throws Exception {
        assertThat(get(Tier.DOMAINS, address).body()).as(address).doesNotContain(TEXTS);
    }

    @Test
    void verdictsOfDomainsAndHostsAreThereWithoutTexts() throws Exception {
        assertThat(get(Tier.DOMAINS, "domain/example.nl").body())
                .contains("mismatch", "no TLSA record matches the certificate", "127.9.1.1", "TLSv1.3")
                .contains("no texts of banners");
        assertThat(get(Tier.DOMAINS, "api/v1/hosts/" + FixtureEvidence.HOST).body())
                .contains("\"reply_code\"", "\"not_after\"")
                .doesNotContain("\"banner\":\"2", "\"subject\"", "\"issuer\"");
        assertThat(get(Tier.DOMAINS, "transitions").body()).contains("/domain/example.nl");
    }

    @Test
    void allThatIsThereIsShownWhereEverythingIsPublished() throws Exception {
        assertThat(get(Tier.FULL, "domain/example.nl").body()).contains("220 mx1 ESMTP &lt;script");
        assertThat(get(Tier.FULL, "api/v1/providers").body()).contains(FixtureTrends.TINY);
        assertThat(get(Tier.FULL, "search?q=example").body()).contains("/domain/example.nl");
    }

    @Test
    void theSearchFindsGroupsAloneWhereStatisticsAloneArePublished() throws Exception {
        HttpResponse<String> answer = get(Tier.AGGREGATES, "api/v1/search?q=example");

        assertThat(answer.body()).contains("big.example");
        assertThat(get(Tier.AGGREGATES, "").body()).contains("placeholder=\"Provider or TLD\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tld/" + FixtureTrends.TINY_TLD,
                "provider/" + FixtureTrends.TINY,
                "provider/" + FixtureTrends.BETRAYING,
                "api/v1/adoption?scope=provider&key=" + FixtureTrends.BETRAYING,
                "chart?scope=provider&key=" + FixtureTrends.TINY,
                "api/v1/adoption?scope=provider&key=" + FixtureTrends.TINY,
                "api/v1/adoption?scope=tld&weighting=mx_hosts&key=" + FixtureTrends.TINY_TLD,
                "api/v1/problems?tld=" + FixtureTrends.TINY_TLD
            })
    void aSmallGroupHasNoFiguresWhereStatisticsAloneArePublished(String address) throws Exception {
        assertThat(get(Tier.AGGREGATES, address).statusCode()).isEqualTo(404);
        assertThat(get(Tier.FULL, address).statusCode()).isEqualTo(200);
    }

    @Test
    void aGroupThatBetraysASmallOneInOneCrawlHasFiguresOfTheOthers() throws Exception {
        String address = "api/v1/adoption?scope=provider&key=" + FixtureTrends.ONCE_BETRAYING;

        assertThat(get(Tier.AGGREGATES, address).body())
                .contains("\"2026-02-01\"")
                .doesNotContain("\"2026-01-01\"");
        assertThat(get(Tier.FULL, address).body()).contains("\"2026-01-01\"");
    }

    /// The largest of all is not shown, so that the next ones are.
    @Test
    void aListHasAsManyGroupsAsAreAskedFor() throws Exception {
        assertThat(get(Tier.AGGREGATES, "api/v1/providers?limit=1").body()).contains("big.example");
        assertThat(get(Tier.FULL, "api/v1/providers?limit=1").body())
                .contains(FixtureTrends.BETRAYING)
                .doesNotContain("big.example");
    }

    @Test
    void theDescriptionAndTheDownloadsNameWhatIsPublished() throws Exception {
        assertThat(get(Tier.AGGREGATES, "api/v1/openapi.json").body()).doesNotContain("{name}", "transitions/domains");
        assertThat(get(Tier.DOMAINS, "api/v1/openapi.json").body()).contains("{name}", "transitions/domains");
        assertThat(get(Tier.AGGREGATES, "downloads").body()).doesNotContain("transitions-domains");
        assertThat(get(Tier.FULL, "downloads").body()).contains("transitions-domains");
    }

    @Test
    void whatIsMissingIsSaidWithoutFoldersAndCommands() throws Exception {
        try (Dashboard empty = Dashboard.start(
                new FixtureCensus(0, false), new DashboardOptions("127.0.0.1", 0, Optional.of(Tier.DOMAINS)))) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(empty.url()).build(), BodyHandlers.ofString());

            assertThat(answer.body())
                    .contains("There are no figures here yet.")
                    .doesNotContain("/data", "mxcensus crawl");
        }
    }

    @Test
    void whereOthersCanReachItOneMustSayWhatTheyMaySee() {
        assertThatThrownBy(() -> Dashboard.start(FixtureCensus.ofAYear(), new DashboardOptions("0.0.0.0", 0)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--publish aggregates (statistics alone)");
        assertThat(new DashboardOptions("::1", 0).tier()).isEqualTo(Tier.FULL);
        assertThat(new DashboardOptions("0.0.0.0", 0, Optional.of(Tier.DOMAINS)).tier())
                .isEqualTo(Tier.DOMAINS);
    }

    static Stream<Endpoint> routes() {
        Javalin server = Javalin.create(config -> Routes.add(
                config.routes,
                FixtureCensus.ofAYear(),
                Tier.FULL,
                new Live(FixtureCensus.ofAYear(), Live.Rhythm.DEFAULT)));
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.equals(HandlerType.GET));
    }

    static Stream<Arguments> routesByTier() {
        return Stream.of(Tier.values()).flatMap(tier -> routes().map(route -> Arguments.of(tier, route)));
    }

    /// Every page and every address of the API, with what they take.
    static Stream<String> addresses() {
        return Stream.of(
                        DashboardTest.PAGES.stream(),
                        routes().map(route -> example(route.path)),
                        Stream.of(
                                "search?q=tiny",
                                "problems?party=domain",
                                "api/v1/problems?party=domain",
                                "api/v1/providers?weighting=mx_hosts",
                                "api/v1/tlds?weighting=rank",
                                "api/v1/transitions/domains?event=adopted"))
                .flatMap(addresses -> addresses)
                .distinct();
    }

    private static List<Tier> declared(Endpoint route) {
        return Optional.ofNullable(route.metadata(Roles.class)).stream()
                .flatMap(roles -> roles.getRoles().stream())
                .filter(Reveals.class::isInstance)
                .map(Reveals.class::cast)
                .map(Reveals::tier)
                .toList();
    }

    static String example(String route) {
        String path = route.substring(1)
                .replace("host/{name}", "host/" + FixtureEvidence.HOST)
                .replace("hosts/{name}", "hosts/" + FixtureEvidence.HOST)
                .replace("{name}", FixtureEvidence.DOMAIN)
                .replace("{digest}", "0")
                .replace("{tld}", "nl")
                .replace("{provider}", "big.example")
                .replace("*", "nothing");
        return path.contains("search") ? path + "?q=e" : path;
    }

    private static HttpResponse<String> get(Tier tier, String address) throws Exception {
        Dashboard dashboard = DASHBOARDS.get(tier);
        return client.send(
                HttpRequest.newBuilder(dashboard.url().resolve("/" + address)).build(), BodyHandlers.ofString());
    }
}
