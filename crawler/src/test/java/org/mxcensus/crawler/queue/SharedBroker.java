package org.mxcensus.crawler.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.mxcensus.broker.Broker;
import org.mxcensus.broker.BrokerOptions;

/// One broker for all tests of this module, started when the first asks for it.
final class SharedBroker {
    /// Short enough to wait for, long enough for a machine that is busy.
    static final Duration SESSION = Duration.ofSeconds(4);

    static final Duration HEARTBEAT = Duration.ofMillis(300);

    private static final AtomicInteger CRAWLS = new AtomicInteger();

    private SharedBroker() {}

    private static final class Running {
        static final Broker BROKER = start();

        private static Broker start() {
            try {
                Path data = Files.createTempDirectory("mxcensus-broker");
                Broker broker = Broker.start(BrokerOptions.in(data).withSession(SESSION, HEARTBEAT));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    broker.close();
                    delete(data);
                }));
                return broker;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static KafkaConfig config() {
        return new KafkaConfig(Running.BROKER.bootstrap(), Map.of());
    }

    /// The name of a crawl that nobody else has.
    static String crawl() {
        return "crawl-" + CRAWLS.incrementAndGet();
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
