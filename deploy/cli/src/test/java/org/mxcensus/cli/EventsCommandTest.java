package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;

class EventsCommandTest {

    @TempDir
    Path folder;

    @Test
    void eachEventHasALineAndItsSourceBelowIt() {
        CommandRun run = CommandRun.of("events", "--since", "2019-01-01", "--until", "2019-04-30")
                .done();

        assertThat(run.lines())
                .containsExactly(
                        "2019-04-10  world   Gmail begins to honour MTA-STS policies when it sends, and to send TLS"
                                + " reports.",
                        "                    https://security.googleblog.com/2019/04/gmail-making-email-more-secure-with-mta.html");
    }

    @Test
    void eventsOfOnesOwnStandAmongTheOthers() throws IOException {
        Path own = Files.writeString(
                folder.resolve("own.yaml"),
                "events:\n- {date: 2019-04-11, kind: method, what: We moved., source: our notes}\n");

        CommandRun run = CommandRun.of("events", "--events", own.toString(), "--json", "--since", "2019-04-10")
                .done();

        assertThat(run.lines().get(1))
                .isEqualTo(
                        "{\"date\":\"2019-04-11\",\"kind\":\"method\",\"what\":\"We moved.\",\"source\":\"our notes\"}");
        assertThat(run.lines()).hasSizeGreaterThan(3).allMatch(line -> line.startsWith("{\"date\":\"20"));
    }

    @Test
    void whatChangedBetweenTheCrawlsOfADatasetIsToldToo() {
        String data = folder.resolve("data").toString();
        CommandRun.of("generate", "--domains", "50", "--crawl", "2026-08-01", "--data", data)
                .done();
        CommandRun.of("finish", "--crawl", "2026-08-01", "--data", data).done();
        CommandRun.of("judge", "--data", data).done();
        CommandRun.of("generate", "--domains", "50", "--crawl", "2026-09-01", "--data", data)
                .done();
        CommandRun.of("finish", "--crawl", "2026-09-01", "--data", data).done();
        CommandRun.of("judge", "--crawl", "2026-09-01", "--data", data, "--ca-file", data + "/generated-ca.pem")
                .done();

        assertThat(CommandRun.of("events", "--since", "2026-08-01", "--data", data)
                        .done()
                        .lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("2026-09-01  method  From this crawl on: trust_store ");
    }

    @Test
    void aFaultIsSaidInOneSentence() throws IOException {
        Path own = Files.writeString(folder.resolve("own.yaml"), "events: [{date: 2019-02-30}]\n");

        CommandRun run = CommandRun.of("events", "--events", own.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints())
                .singleElement()
                .asString()
                .startsWith(own + ", entry 1 of events, lacks kind; add it.");
    }
}
