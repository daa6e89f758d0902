package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;

/// A dashboard on a real store, while crawls come in.
class StoreTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 12, 1);

    @TempDir
    Path data;

    @Test
    void eachStepOfACrawlShowsWithoutARestart() throws Exception {
        StoredCrawls crawls = new StoredCrawls(new DirectoryStore(data));
        try (Dashboard dashboard = Dashboard.start(data, DashboardOptions.DEFAULT)) {
            assertThat(get(dashboard, ""))
                    .contains("There is no crawl in " + data)
                    .contains("mxcensus crawl INPUT --data " + data);

            crawls.observe(FIRST);
            assertThat(get(dashboard, "")).contains("has begun and has not ended", "data-live=\"/live\"");

            crawls.finish(FIRST);
            assertThat(get(dashboard, ""))
                    .contains("no statistics of them yet")
                    .contains("mxcensus stats --data " + data);

            crawls.count(FIRST);
            assertThat(get(dashboard, ""))
                    .contains("3 domains in the crawl of 2026-11-01")
                    .contains("This world is simulated.")
                    .contains("/provider/big.example");
            assertThat(get(dashboard, "api/v1/crawls"))
                    .contains("\"crawl\":\"2026-11-01\"")
                    .doesNotContain("\"crawl\":\"2026-12-01\"");

            assertThat(get(dashboard, "")).doesNotContain("or was interrupted: 2");
            crawls.observe(SECOND);
            assertThat(get(dashboard, ""))
                    .contains(
                            "The crawl of 2026-12-01 is under way, or was interrupted: 2 domains of 3 rows of its frame"
                                    + " looked at, 1 MX hosts, 1 addresses.");
            crawls.finish(SECOND);
            crawls.count(SECOND);
            assertThat(get(dashboard, "api/v1/crawls"))
                    .contains("\"crawl\":\"2026-11-01\"")
                    .contains("\"crawl\":\"2026-12-01\"");
            assertThat(get(dashboard, ""))
                    .contains("3 domains in the crawl of 2026-12-01")
                    .contains("since 2026-11-01");
        }
    }

    @Test
    void theEvidenceOfAStoreIsShownDomainByDomain() throws Exception {
        StoredCrawls crawls = new StoredCrawls(new DirectoryStore(data));
        crawls.observe(FIRST);
        crawls.finish(FIRST);
        crawls.count(FIRST);
        try (Dashboard dashboard = Dashboard.start(data, DashboardOptions.DEFAULT)) {
            assertThat(get(dashboard, "domain/" + FixtureEvidence.DOMAIN))
                    .contains("3 1 1 " + "cd".repeat(32))
                    .contains("mismatch")
                    .contains("220 mx1 ESMTP &lt;script")
                    .doesNotContain("<script>alert");
            assertThat(get(dashboard, "domain/" + FixtureEvidence.UNSEEN)).contains("it counts as unmeasured");
            assertThat(get(dashboard, "host/" + FixtureEvidence.HOST)).contains("/domain/" + FixtureEvidence.DOMAIN);
            assertThat(get(dashboard, "api/v1/search?q=exam")).contains("\"" + FixtureEvidence.DOMAIN + "\"");
            assertThat(get(dashboard, "tld/nl")).contains("2 of them accept mail; of 1 it could not be told");
        }
    }

    @Test
    void whatIsWorkedOutOverWholeCrawlsIsThereForProgramsAndHoldsUntilACrawlComesIn() throws Exception {
        StoredCrawls crawls = new StoredCrawls(new DirectoryStore(data));
        for (LocalDate crawl : List.of(FIRST, SECOND)) {
            crawls.observe(crawl);
            crawls.finish(crawl);
            crawls.count(crawl);
        }
        try (Dashboard dashboard = Dashboard.start(data, DashboardOptions.DEFAULT)) {
            assertThat(get(dashboard, "api/v1/problems?tld=nl"))
                    .contains("\"party\":\"big.example\"", "\"domains\":2", "\"unmeasured\":1");
            assertThat(get(dashboard, "api/v1/what-if?lever=tlsa")).contains("\"gained\":");
            assertThat(get(dashboard, "api/v1/what-if/curve?lever=tlsa")).contains("\"place\":1");
            assertThat(get(dashboard, "api/v1/transitions?mechanism=dane"))
                    .contains("\"event\":\"stayed\",\"domains\":2", "\"event\":\"unmeasured\",\"domains\":1");
            assertThat(get(dashboard, "api/v1/transitions/domains?event=stayed"))
                    .contains("\"total\":2", FixtureEvidence.DOMAIN);
            assertThat(get(dashboard, "api/v1/transitions/moves")).contains("\"total\":0");
            assertThat(get(dashboard, "api/v1/concentration")).contains("\"provider\":\"big.example\"");
            assertThat(get(dashboard, "api/v1/definitions")).contains("\"definition\":\"dane_survey\"");
            assertThat(get(dashboard, "api/v1/reconcile")).contains("\"subject\":\"start\"");
            assertThat(get(dashboard, "api/v1/events?kind=world")).contains("RFC 8461");

            assertThat(get(dashboard, "problems"))
                    .contains("DANE works for 0 of 2 domains; 1 could not be told", "big.example");
            assertThat(get(dashboard, "what-if")).contains("big.example");
            assertThat(get(dashboard, "transitions?event=stayed"))
                    .contains(
                            "From 2026-11-01 to 2026-12-01, DANE: adopted by 0 of the domains", FixtureEvidence.DOMAIN);
            assertThat(get(dashboard, "reconcile")).contains("Why others publish another figure");
            assertThat(get(dashboard, "providers")).contains("Half of the 2 domains");
            assertThat(get(dashboard, "methodology")).contains("RFC 8461");

            String tag = tag(dashboard);
            assertThat(tag(dashboard)).isEqualTo(tag);
            crawls.count(SECOND);
            assertThat(tag(dashboard)).isNotEqualTo(tag);
            assertThat(get(dashboard, "api/v1/problems")).contains("\"domains\":2");
        }
    }

    @Test
    void figuresThatCannotBeReadLeaveTheLastGoodOnesInPlaceWithANotice() throws Exception {
        StoredCrawls crawls = new StoredCrawls(new DirectoryStore(data));
        crawls.observe(FIRST);
        crawls.finish(FIRST);
        crawls.count(FIRST);
        Path figures = data.resolve("trends.duckdb");
        byte[] good = Files.readAllBytes(figures);
        try (Dashboard dashboard = Dashboard.start(data, DashboardOptions.DEFAULT)) {
            String tag = tag(dashboard);
            assertThat(get(dashboard, "")).contains("3 domains in the crawl of 2026-11-01");

            replace(figures, Arrays.copyOf(good, good.length / 3));
            assertThat(get(dashboard, ""))
                    .contains("3 domains in the crawl of 2026-11-01")
                    .contains("cannot be read; those shown are older. `mxcensus stats` makes them anew.");
            assertThat(get(dashboard, "api/v1/adoption")).contains("2026-11-01");

            replace(figures, "no database".getBytes(StandardCharsets.UTF_8));
            assertThat(get(dashboard, "")).contains("3 domains in the crawl of 2026-11-01", "those shown are older");

            crawls.observe(SECOND);
            crawls.finish(SECOND);
            crawls.count(SECOND);
            assertThat(get(dashboard, ""))
                    .contains("3 domains in the crawl of 2026-12-01")
                    .doesNotContain("those shown are older");
            assertThat(tag(dashboard)).isNotEqualTo(tag);
        }
    }

    @Test
    void figuresOfWhichNoneCouldEverBeReadAreSaidToBeDamaged() throws Exception {
        new DirectoryStore(data);
        Files.writeString(data.resolve("trends.duckdb"), "no database");
        try (Dashboard dashboard = Dashboard.start(data, DashboardOptions.DEFAULT)) {
            HttpResponse<String> answer = fetch(dashboard, "api/v1/adoption");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("are damaged; run `mxcensus stats --data");
        }
    }

    @Test
    void aManifestThatCannotBeReadLeavesTheLastGoodOneInPlaceWithANotice() throws Exception {
        StoredCrawls crawls = new StoredCrawls(new DirectoryStore(data));
        crawls.observe(FIRST);
        crawls.finish(FIRST);
        crawls.count(FIRST);
        Path manifest = data.resolve("manifests/crawl=2026-11-01.json");
        byte[] good = Files.readAllBytes(manifest);
        try (Dashboard dashboard = Dashboard.start(data, DashboardOptions.DEFAULT)) {
            String page = "domain/" + FixtureEvidence.DOMAIN;
            assertThat(get(dashboard, page)).contains("mismatch").doesNotContain("is damaged");

            replace(manifest, Arrays.copyOf(good, good.length / 2));
            assertThat(get(dashboard, page)).contains("mismatch", "The manifest", "is damaged");
            replace(data.resolve("manifests/crawl=2026-12-01.json"), Arrays.copyOf(good, good.length / 2));
            assertThat(get(dashboard, page)).contains("mismatch", "As seen in the crawl of 2026-11-01");

            replace(manifest, good);
            Files.delete(data.resolve("manifests/crawl=2026-12-01.json"));
            assertThat(get(dashboard, page)).contains("mismatch").doesNotContain("is damaged");
        }
    }

    /// As somebody does who copies files into a store without care: at once, but perhaps not whole.
    private void replace(Path file, byte[] content) throws IOException {
        Path copy = Files.write(data.resolve("copy"), content);
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void aDirectoryThatIsNotThereIsToldInOneSentence() {
        Path nowhere = data.resolve("nowhere");

        assertThatThrownBy(() -> Dashboard.start(nowhere, DashboardOptions.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(nowhere.toString());
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aPortThatIsTakenIsToldInOneSentence() {
        try (Dashboard first = Dashboard.start(data, DashboardOptions.DEFAULT)) {
            DashboardOptions same =
                    new DashboardOptions("127.0.0.1", first.url().getPort());

            assertThatThrownBy(() -> Dashboard.start(data, same))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("port " + first.url().getPort())
                    .hasMessageContaining("--port");
        }
    }

    private static String tag(Dashboard dashboard) throws IOException, InterruptedException {
        return fetch(dashboard, "api/v1/crawls").headers().firstValue("ETag").orElseThrow();
    }

    private static String get(Dashboard dashboard, String address) throws IOException, InterruptedException {
        return fetch(dashboard, address).body();
    }

    private static HttpResponse<String> fetch(Dashboard dashboard, String address)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(dashboard.url().resolve("/" + address))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
