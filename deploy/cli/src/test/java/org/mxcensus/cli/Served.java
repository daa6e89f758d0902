package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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

/// A dashboard in a process of its own.
///
/// @param address its overview
record Served(Process process, URI address) implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

    /// Starts a command and waits until it shows something.
    ///
    /// @param said where its streams go
    /// @param sign what it says then, behind its address
    static Served start(Path said, String sign, List<String> words) throws IOException {
        Process process = ChildProcess.start(said, words);
        try {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> Files.readString(said).contains(sign));
            Matcher matcher = ADDRESS.matcher(Files.readString(said));
            assertThat(matcher.find()).isTrue();
            return new Served(process, URI.create(matcher.group()));
        } catch (RuntimeException | AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /// A page that is there.
    String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    /// Any answer.
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
