package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// From a zone file to statistics by one command.
class CrawlCommandTest {
    private static final String ZONE = """
            $ORIGIN nl.
            $TTL 3600
            @ IN SOA ns1.nic.nl. hostmaster.nic.nl. 2026082201 3600 600 2419200 600
            @ IN NS ns1.nic.nl.
            signed  IN NS ns1.signed
            plain   IN NS ns1.plain
                    IN NS ns2.plain
            silent  IN NS ns1.silent
            signed  IN DS 12345 13 2 (
                      0000000000000000000000000000000000000000000000000000000000000000 )
            ns1.signed IN A 127.0.0.1
            """;
    private static final LocalDate DATE = LocalDate.of(2026, 8, 22);

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void startTheWorld() {
        lab = TestLab.start(
                World.of(
                        ZoneSpec.of("nl"),
                        ZoneSpec.of("net"),
                        DomainSpec.of("signed.nl").withSigned(true).withMx("10 mx.dane.net"),
                        DomainSpec.of("plain.nl").withMx("10 mx.plain.net"),
                        DomainSpec.of("silent.nl").withMx("10 mx.silent.net"),
                        HostSpec.of("mx.dane.net").withSigned(true).withTlsa("3 1 1 auto"),
                        HostSpec.of("mx.plain.net").withSmtp(SmtpBehaviour.PLAIN),
                        HostSpec.of("mx.silent.net").withSmtp(SmtpBehaviour.DEFERRED)),
                folder);
    }

    @AfterEach
    void endTheWorld() {
        lab.close();
    }

    @Test
    void aZoneFileBecomesFrameObservationsVerdictsAndFigures() throws IOException {
        CommandRun run = crawl("data");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        Dataset dataset = dataset("data");
        assertThat(dataset.rows(Table.FRAME))
                .extracting(FrameRow::domain, FrameRow::source, FrameRow::delegationDs)
                .containsExactlyInAnyOrder(
                        tuple("signed.nl", "nl", true),
                        tuple("plain.nl", "nl", false),
                        tuple("silent.nl", "nl", false));
        assertThat(dataset.rows(Table.DOMAINS))
                .filteredOn(row -> row.mxSecurity() == Security.SECURE)
                .extracting(DomainRow::domain)
                .containsExactly("signed.nl");
        assertThat(dataset.rows(Table.DOMAIN_VERDICTS))
                .extracting(DomainVerdictRow::domain, DomainVerdictRow::dane)
                .contains(tuple("signed.nl", DaneStatus.VALID));
        assertThat(dataset.manifest().paths("adoption")).isNotEmpty();
        assertThat(dataset.manifest().sources()).singleElement().satisfies(source -> {
            assertThat(source.zoneSerial()).isEqualTo(2026082201L);
            assertThat(source.simulated()).isTrue();
        });
    }

    @Test
    void itEndsWithASummaryThatShowsWhatCouldNotBeToldAndWithTheNextStep() throws IOException {
        CommandRun run = crawl("data");

        assertThat(run.out())
                .contains("nl: 3 domains, 1 of them with DS")
                .containsPattern("DEFERRED +1 +33\\.3 %")
                .containsPattern("STARTTLS +50\\.0 % +1 of 2 +1")
                .endsWith("mxcensus serve --data " + folder.resolve("data") + System.lineSeparator());
    }

    @Test
    void aFinishedCrawlThatIsStartedAgainAsksNobodyAgain() throws IOException {
        crawl("data");
        List<?> before = dataset("data").rows(Table.SMTP);

        CommandRun again = crawl("data");

        assertThat(again.status()).isEqualTo(ExitStatus.DONE);
        assertThat(dataset("data").rows(Table.SMTP)).isEqualTo(before);
    }

    @Test
    void aCrawlOfAnotherDateStandsBesideTheFirst() throws IOException {
        crawl("data");

        CommandRun run = CommandRun.of(lab.with(
                "crawl", zone().toString(), "--data", folder.resolve("data").toString(), "--crawl", "2026-09-22"));

        assertThat(run.err()).isEmpty();
        assertThat(new Dataset(folder.resolve("data"), LocalDate.of(2026, 9, 22)).rows(Table.DOMAINS))
                .hasSize(3);
        assertThat(dataset("data").rows(Table.DOMAINS)).hasSize(3);
    }

    @Test
    void hintsAreAskedForWhereTheyAreWanted() throws IOException {
        crawl("data");
        assertThat(dataset("data").rows(Table.DOMAINS))
                .extracting(DomainRow::dkimHint)
                .containsOnly(Hint.NOT_ASKED);

        CommandRun run = CommandRun.of(lab.with(
                "crawl",
                zone().toString(),
                "--hints",
                "--data",
                folder.resolve("data").toString(),
                "--crawl",
                "2026-09-22"));

        assertThat(run.err()).isEmpty();
        Dataset hinted = new Dataset(folder.resolve("data"), LocalDate.of(2026, 9, 22));
        assertThat(hinted.rows(Table.DOMAINS))
                .extracting(DomainRow::dkimHint)
                .isNotEmpty()
                .doesNotContain(Hint.NOT_ASKED);
        assertThat(hinted.manifest().configuration()).containsEntry("hints", "true");
        assertThat(dataset("data").manifest().configuration()).containsEntry("hints", "false");
    }

    @Test
    void ofASampleTheFiguresSayWhereTheShareOfAllLies() throws IOException {
        CommandRun run = crawl("data", "--sample", "39%");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("nl: 2 domains, drawn from 3, 0 of them with DS")
                .containsPattern("STARTTLS +0\\.0 % +0 of 1 +1  \\(of all, with 95 % confidence, 0\\.0 to 79\\.3 %\\)");
        assertThat(dataset("data").rows(Table.FRAME))
                .extracting(FrameRow::domain)
                .containsExactlyInAnyOrder("plain.nl", "silent.nl");
        assertThat(dataset("data").manifest().sources()).singleElement().satisfies(source -> {
            assertThat(source.sample()).isEqualTo(0.39);
            assertThat(source.population()).isEqualTo(3);
        });
        assertThat(crawl("data").complaints())
                .containsExactly("The crawl of 2026-08-22 was begun with --sample 0.39; give the same again, or another"
                        + " date with --crawl.");
    }

    private CommandRun crawl(String data, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "crawl", zone().toString(), "--data", folder.resolve(data).toString(), "--crawl", DATE.toString()));
        words.addAll(List.of(more));
        return CommandRun.of(lab.with(words.toArray(String[]::new)));
    }

    private Path zone() throws IOException {
        return Files.writeString(folder.resolve("nl.zone"), ZONE);
    }

    private Dataset dataset(String data) {
        return new Dataset(folder.resolve(data), DATE);
    }
}
