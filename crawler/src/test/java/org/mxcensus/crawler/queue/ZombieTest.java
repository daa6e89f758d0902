package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.pace.Ticker;

/// A worker whose process is stopped and wakes when its partition has another owner.
class ZombieTest {
    private static final List<String> ENDED = List.of("lost 0", "the old inbox gives nothing", "the lease has run out");

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final String crawl = SharedBroker.crawl();
    private KafkaTopics topics;
    private Process zombie;

    @BeforeEach
    void start() throws Exception {
        topics = new KafkaTopics(SharedBroker.config(), crawl, List.of("domains"));
        topics.create(TopicSettings.of(1));
        zombie = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ZombieWorker.class.getName(),
                        SharedBroker.config().bootstrap(),
                        crawl)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = zombie.inputReader();
        Thread.ofVirtual().start(() -> lines.lines().forEach(said::add));
    }

    @AfterEach
    void stop() {
        zombie.destroyForcibly();
        topics.close();
    }

    @Test
    void itProbesNothingAfterItHasWokenAndCommitsNothing() throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> probes().findAny().isPresent());
        signal("STOP");
        try (Keeper heir =
                new Keeper(SharedBroker.config(), topics, QueueContract.channel("domains"), 10, Ticker.SYSTEM)) {
            heir.inbox(0).resume(0);
            long inherited = System.currentTimeMillis();

            signal("CONT");

            await().until(() -> said.containsAll(ENDED));
            assertThat(probes())
                    .as("probes after the partition had another owner")
                    .noneMatch(at -> at >= inherited);
            assertThat(heir.told()).containsExactly("assigned 0");
        }
        assertThat(topics.committed("domains")).as("by the heir").containsExactly(0);
    }

    private Stream<Long> probes() {
        return said.stream().filter(line -> line.startsWith("probe ")).map(line -> Long.valueOf(line.substring(6)));
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(zombie.pid()))
                .start()
                .waitFor();
    }
}
