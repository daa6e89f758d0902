package org.mxcensus.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.dashboard.census.StoreCensus;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.WorkFiles;

/// Server-sent events over a real connection, about a crawl in a real store.
class LiveTest {
    private static final LocalDate CRAWL = LocalDate.of(2026, 12, 1);

    @TempDir
    Path data;

    private DirectoryStore store;
    private StoreCensus census;
    private Live live;
    private Javalin server;

    @BeforeEach
    void start() {
        store = new DirectoryStore(data);
        census = new StoreCensus(store);
        live = new Live(census, new Live.Rhythm(Duration.ofMillis(10), 2, 2));
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.get(Live.PATH, live::listen);
            config.routes.exception(
                    TooManyListeners.class, (e, context) -> context.status(503).result(String.valueOf(e.getMessage())));
        });
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        live.close();
        server.stop();
        census.close();
    }

    @Test
    void aListenerHearsAtOnceHowThingsAreAndThenWhatHappens() throws IOException {
        try (Listener listener = new Listener()) {
            assertThat(listener.next("data: ")).contains("\"crawls\":[]");
            publish(0, "a.nl", "b.nl");
            assertThat(listener.next("data: "))
                    .contains("\"crawl\":\"2026-12-01\"", "\"frame\":2", "\"domains\":0", "\"files\":1");
            publish(1, "c.nl");
            assertThat(listener.next("data: ")).contains("\"frame\":3", "\"files\":2");
        }
    }

    @Test
    void whereNothingHappensAHeartbeatShowsThatItIsSo() throws IOException {
        try (Listener listener = new Listener()) {
            assertThat(listener.next(":")).isEqualTo(": nothing new");
            assertThat(listener.next(":")).isEqualTo(": nothing new");
        }
    }

    @Test
    void whoGoesMakesRoomForOthers() throws IOException {
        try (Listener one = new Listener();
                Listener another = new Listener()) {
            one.next("data: ");
            another.next("data: ");
            assertThat(live.listeners()).isEqualTo(2);
            try (Listener third = new Listener()) {
                assertThat(third.next("HTTP/1.1 ")).startsWith("HTTP/1.1 503 ");
            }
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> live.listeners() == 0);

        try (Listener later = new Listener()) {
            assertThat(later.next("data: ")).contains("\"crawls\":[]");
        }
    }

    @Test
    void whenTheServerEndsSoDoTheEvents() throws IOException {
        try (Listener listener = new Listener()) {
            listener.next("data: ");
            live.close();

            assertThat(listener.rest()).doesNotContain("event: ");
            await().atMost(Duration.ofMinutes(1)).until(() -> live.listeners() == 0);
        }
    }

    @Test
    void aServerThatStopsUnderItsListenersLeavesNoAnswerBehind() throws IOException {
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        for (int round = 0; round < 20; round++) {
            try (Live shortly = new Live(census, new Live.Rhythm(Duration.ofMillis(1), 1, 2))) {
                Javalin ended = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.get(Live.PATH, shortly::listen);
                    config.routes.exception(Exception.class, (e, _) -> faults.add(e));
                });
                ended.start("127.0.0.1", 0);
                try (Listener one = new Listener(ended.port());
                        Listener another = new Listener(ended.port())) {
                    one.next("data: ");
                    another.next("data: ");
                    shortly.close();
                    ended.stop();
                }
                await().atMost(Duration.ofMinutes(1)).until(() -> shortly.listeners() == 0);
            }
        }
        assertThat(faults).isEmpty();
    }

    private void publish(int chunk, String... domains) {
        new WorkFiles(store, CRAWL)
                .publish(
                        Part.of(Table.FRAME, 0, chunk),
                        List.of(domains).stream()
                                .map(domain -> new FrameRow(domain, "nl", "nl", null, null, null))
                                .toList());
    }

    /// Speaks HTTP as a browser does.
    private final class Listener implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;

        Listener() throws IOException {
            this(server.port());
        }

        Listener(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(
                            "GET /live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
        }

        /// The next line that begins so.
        String next(String beginning) throws IOException {
            String line = lines.readLine();
            while (line != null && !line.startsWith(beginning)) {
                line = lines.readLine();
            }
            assertThat(line).as("a line that begins with " + beginning).isNotNull();
            return String.valueOf(line);
        }

        String rest() throws IOException {
            StringBuilder rest = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rest.append(line).append('\n');
            }
            return rest.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
