package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A demo, shown by a process of its own.
class ServeCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

    @TempDir
    Path folder;

    @Test
    void aDemoGoesOnIntoADashboardThatSaysWhatToLookAt() throws Exception {
        Path said = folder.resolve("said");
        Process process = ChildProcess.start(
                said,
                List.of(
                        "demo",
                        "--domains",
                        "40",
                        "--months",
                        "2",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("demo").toString()));
        try {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> Files.readString(said).contains("/tld/nl"));

            URI dashboard = address(Files.readString(said));
            assertThat(get(dashboard)).contains("simulated");
            assertThat(get(dashboard.resolve("tld/nl"))).contains("nl");
            assertThat(get(dashboard.resolve("api/v1/crawls"))).contains("\"crawls\":[{\"crawl\":\"");
        } finally {
            process.destroyForcibly().waitFor();
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

    private static URI address(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        assertThat(matcher.find()).isTrue();
        return URI.create(matcher.group());
    }

    private static String get(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }
}
