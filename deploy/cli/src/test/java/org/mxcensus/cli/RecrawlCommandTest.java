package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.dashboard.Dashboard;
import org.mxcensus.dashboard.DashboardOptions;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// Given a world that was crawled in full: in the days after, a host rolls its key over and forgets its TLSA record.
class RecrawlCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 22);
    private static final String POLICY = "version: STSv1\nmode: enforce\nmx: mx.plain.net\nmax_age: 86400\n";

    @TempDir
    Path folder;

    private Path data;
    private TestLab lab;

    @BeforeEach
    void crawlTheWorld() {
        data = folder.resolve("data");
        lab = TestLab.start(world(HostSpec.of("mx.rolling.net").withTlsa("3 1 1 auto")), folder);
        assertThat(crawl(DAY).done().err()).isEmpty();
    }

    @AfterEach
    void endTheWorld() {
        lab.close();
    }

    @Test
    void aRollOverFaultIsSeenAtExactlyTheDomainsWithDaneAndTheFullCrawlStaysAsItWas() {
        Map<String, String> before = fullFiles();
        keyRollsOver();

        CommandRun run = recrawl("dane", DAY.plusDays(1)).done();

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Looking again at the domains with a secure MX answer and secure TLSA records"
                        + " in the crawl of 2026-08-22:")
                .contains("about the domains with a secure MX answer and secure TLSA records in the crawl of 2026-08-22"
                        + " alone:")
                .containsPattern("DANE +50\\.0 % +1 of 2 +0")
                .endsWith("mxcensus serve --data " + data.resolve("recrawl/dane") + System.lineSeparator());
        Dataset seen = recrawled("dane", DAY.plusDays(1));
        assertThat(seen.rows(Table.FRAME))
                .extracting(FrameRow::domain, FrameRow::source)
                .containsExactlyInAnyOrder(tuple("steady.nl", "domains"), tuple("rolling.nl", "domains"));
        assertThat(seen.rows(Table.DOMAIN_VERDICTS))
                .extracting(DomainVerdictRow::domain, DomainVerdictRow::dane, DomainVerdictRow::daneCause)
                .containsExactlyInAnyOrder(
                        tuple("steady.nl", DaneStatus.VALID, null),
                        tuple("rolling.nl", DaneStatus.MISMATCH, DaneCause.ROLLOVER_LATE));
        assertThat(seen.manifest().configuration())
                .containsEntry("recrawl", "dane")
                .containsEntry("recrawl_of", "2026-08-22");
        assertThat(seen.manifest().versions()).containsEntry("previous", "full crawl of 2026-08-22");
        assertThat(fullFiles()).isEqualTo(before);
    }

    @Test
    void trendsOfFullCrawlsAndOfRecrawlsStandApart() throws Exception {
        recrawl("dane", DAY).done();
        keyRollsOver();
        recrawl("dane", DAY.plusDays(1)).done();
        crawl(DAY.plusDays(2)).done();

        assertThat(dane(data)).containsExactly(tuple(DAY, 2L, 4L), tuple(DAY.plusDays(2), 1L, 4L));
        assertThat(dane(data.resolve("recrawl/dane")))
                .containsExactly(tuple(DAY, 2L, 2L), tuple(DAY.plusDays(1), 1L, 2L));
        assertThat(summaries(data)).extracting(CrawlSummary::recrawl).containsOnlyNulls();
        assertThat(summaries(data.resolve("recrawl/dane")))
                .extracting(CrawlSummary::recrawl)
                .containsOnly(new Recrawl(Recrawl.Kind.DANE, DAY));
        assertThat(new Dataset(data, DAY.plusDays(2)).manifest().versions()).containsEntry("previous", "2026-08-22");
        assertThat(recrawled("dane", DAY.plusDays(1)).manifest().versions()).containsEntry("previous", "2026-08-22");
        assertThat(transitions(data)).startsWith("From 2026-08-22 to 2026-08-24: 0 domains appeared");
        assertThat(transitions(data.resolve("recrawl/dane")))
                .startsWith("From 2026-08-22 to 2026-08-23: 0 domains appeared, 0 vanished, 2 in both.");
        assertThat(overview(data))
                .doesNotContain("These are recrawls.")
                .contains("4 domains in the crawl of 2026-08-24");
        assertThat(overview(data.resolve("recrawl/dane")))
                .contains("These are recrawls.", "2 domains in the crawl of 2026-08-23");
    }

    @Test
    void eachKindHasADatasetOfItsOwn() {
        keyRollsOver();
        crawl(DAY.plusDays(1)).done();

        recrawl("mta-sts", DAY.plusDays(1)).done();
        recrawl("broken", DAY.plusDays(1)).done();

        assertThat(domains("mta-sts", DAY.plusDays(1))).containsExactly("policy.nl");
        assertThat(domains("broken", DAY.plusDays(1))).containsExactly("rolling.nl");
    }

    @Test
    void aRecrawlThatHasBegunGoesOnWithTheDomainsThatItBeganWith() {
        recrawl("dane", DAY.plusDays(1)).done();
        List<?> first = recrawled("dane", DAY.plusDays(1)).rows(Table.SMTP);
        keyRollsOver();
        crawl(DAY.plusDays(1)).done();

        CommandRun again = recrawl("dane", DAY.plusDays(1)).done();

        assertThat(again.out()).doesNotContain("Looking again");
        assertThat(recrawled("dane", DAY.plusDays(1)).rows(Table.SMTP)).isEqualTo(first);
        assertThat(recrawled("dane", DAY.plusDays(1)).manifest().configuration())
                .containsEntry("recrawl_of", "2026-08-22");
    }

    @Test
    void whoWasLeftAloneByTheFullCrawlIsLeftAloneWithoutBeingNamedAgain() throws IOException {
        Path optOut = Files.writeString(folder.resolve("opt-out.txt"), "mx.plain.net\n");
        List<String> words = new ArrayList<>(words("crawl", DAY.plusDays(1)));
        words.addAll(List.of(lab.list(folder).toString(), "--opt-out", optOut.toString()));
        CommandRun.of(lab.with(words.toArray(String[]::new))).done();
        lab.lab().become(world("mx.plain.net", HostSpec.of("mx.rolling.net")));

        recrawl("dane", DAY.plusDays(2)).done();

        Dataset seen = recrawled("dane", DAY.plusDays(2));
        assertThat(seen.rows(Table.DOMAINS)).hasSize(2);
        assertThat(seen.rows(Table.MX_HOSTS)).extracting(HostRow::host).containsExactly("mx.steady.net");
        assertThat(seen.manifest().configuration()).containsEntry("opt_out_entries", "1");
    }

    @Test
    void whatCannotBeLookedAtAgainIsSaidInOneSentence() {
        assertThat(recrawl("smime", DAY).complaints())
                .singleElement()
                .asString()
                .startsWith("--where knows no smime; give one of dane, mta-sts, broken.");
        fails("There is no judged crawl of 2026-08-21 or before in ", recrawl("dane", DAY.minusDays(1)));
        fails("The crawl of 2026-08-22 in " + data + " found no domains with DANE or", recrawl("broken", DAY));
        fails(
                "There is no directory " + folder.resolve("nowhere"),
                CommandRun.of(lab.with(
                        "recrawl",
                        "--where",
                        "dane",
                        "--data",
                        folder.resolve("nowhere").toString())));
        fails(
                "The crawl of 2026-08-22 in " + data + " was of a lab,",
                CommandRun.of("recrawl", "--where", "dane", "--data", data.toString(), "--crawl", DAY.toString()));
        recrawl("dane", DAY).done();
        fails(
                data.resolve("recrawl/dane") + " holds recrawls;",
                CommandRun.of(lab.with(
                        "recrawl",
                        "--where",
                        "dane",
                        "--data",
                        data.resolve("recrawl/dane").toString(),
                        "--crawl",
                        DAY.toString())));
    }

    private static void fails(String why, CommandRun run) {
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).singleElement().asString().startsWith(why).doesNotContain("bug");
    }

    private static World world(HostSpec rolling) {
        return world(rolling.name(), rolling);
    }

    /// @param mx where mail for `rolling.nl` goes
    private static World world(String mx, HostSpec rolling) {
        return World.of(
                ZoneSpec.of("nl"),
                ZoneSpec.of("net"),
                DomainSpec.of("steady.nl").withSigned(true).withMx("10 mx.steady.net"),
                DomainSpec.of("rolling.nl").withSigned(true).withMx("10 " + mx),
                DomainSpec.of("plain.nl").withMx("10 mx.plain.net"),
                DomainSpec.of("policy.nl").withMx("10 mx.plain.net").withSts(StsSpec.of("v=STSv1; id=1", POLICY)),
                HostSpec.of("mx.steady.net").withSigned(true).withTlsa("3 1 1 auto"),
                rolling.withSigned(true),
                HostSpec.of("mx.plain.net"));
    }

    private void keyRollsOver() {
        lab.lab()
                .become(world(HostSpec.of("mx.rolling.net")
                        .withSmtp(SmtpSpec.DEFAULT.withKey(1))
                        .withTlsa("3 1 1 previous")));
    }

    private CommandRun crawl(LocalDate date) {
        List<String> words = new ArrayList<>(words("crawl", date));
        words.add(lab.list(folder).toString());
        return CommandRun.of(lab.with(words.toArray(String[]::new)));
    }

    private CommandRun recrawl(String where, LocalDate date) {
        List<String> words = new ArrayList<>(words("recrawl", date));
        words.addAll(List.of("--where", where));
        return CommandRun.of(lab.with(words.toArray(String[]::new)));
    }

    private List<String> words(String command, LocalDate date) {
        return List.of(command, "--data", data.toString(), "--crawl", date.toString());
    }

    private Dataset recrawled(String where, LocalDate date) {
        return new Dataset(data.resolve("recrawl").resolve(where), date);
    }

    private List<String> domains(String where, LocalDate date) {
        return recrawled(where, date).rows(Table.FRAME).stream()
                .map(FrameRow::domain)
                .toList();
    }

    /// The files of the dataset of the full crawls, and what is in them.
    private Map<String, String> fullFiles() {
        return Dataset.files(data).entrySet().stream()
                .filter(file -> !file.getKey().startsWith("recrawl/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Tuple> dane(Path dataset) {
        try (Trends trends = TrendsStore.open(new DirectoryStore(dataset)).orElseThrow()) {
            return trends.points(new Scope.All(), Weighting.DOMAINS, Metric.DANE).stream()
                    .map(RecrawlCommandTest::figure)
                    .toList();
        }
    }

    private static Tuple figure(AdoptionPoint point) {
        return tuple(point.crawl(), point.numerator(), point.denominator());
    }

    private static List<CrawlSummary> summaries(Path dataset) {
        try (Trends trends = TrendsStore.open(new DirectoryStore(dataset)).orElseThrow()) {
            return trends.crawls();
        }
    }

    private static String transitions(Path dataset) {
        return CommandRun.of("transitions", "--data", dataset.toString()).done().out();
    }

    private static String overview(Path dataset) throws IOException, InterruptedException {
        try (Dashboard dashboard = Dashboard.start(dataset, DashboardOptions.DEFAULT);
                HttpClient client = HttpClient.newHttpClient()) {
            URI page = dashboard.url();
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
