package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;

/// A demo, shown by a process of its own.
class ServeCommandTest {
    @TempDir
    Path folder;

    @Test
    void aDemoGoesOnIntoADashboardThatSaysWhatToLookAt() throws Exception {
        List<String> demo = List.of(
                "demo",
                "--domains",
                "40",
                "--months",
                "1",
                "--port",
                "0",
                "--data",
                folder.resolve("demo").toString());
        try (Served served = Served.start(folder.resolve("said"), "/tld/nl", demo)) {
            assertThat(served.page("")).contains("simulated");
            assertThat(served.page("tld/nl")).contains("nl");
            assertThat(served.page("api/v1/crawls")).contains("\"crawls\":[{\"crawl\":\"");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInOneSentence() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run =
                    CommandRun.of("serve", "--data", data.toString(), "--port", String.valueOf(taken.getLocalPort()));

            assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(run.complaints())
                    .singleElement()
                    .asString()
                    .contains(String.valueOf(taken.getLocalPort()), "--port");
        }
    }

    @Test
    void whereOthersCanReachItOneMustSayWhatTheyMaySee() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));

        CommandRun unsaid = CommandRun.of("serve", "--data", data.toString(), "--port", "0", "--host", "0.0.0.0");
        CommandRun unknown = CommandRun.of("serve", "--data", data.toString(), "--port", "0", "--publish", "moon");

        assertThat(unsaid.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(unsaid.complaints())
                .singleElement()
                .asString()
                .contains("0.0.0.0", "--publish aggregates", "--publish domains", "--publish full");
        assertThat(unknown.complaints()).singleElement().asString().contains("moon", "aggregates, domains, full");
    }
}
