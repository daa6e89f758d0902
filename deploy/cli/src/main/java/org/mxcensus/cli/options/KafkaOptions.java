package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.crawler.queue.KafkaConfig;
import picocli.CommandLine.Option;

/// How the broker is reached.
public final class KafkaOptions {

    @Option(
            names = "--kafka",
            converter = Brokers.class,
            paramLabel = "HOST:PORT",
            description = "One or more brokers of the Kafka cluster, with commas between them (default:"
                    + " ${DEFAULT-VALUE}).")
    private String bootstrap = "127.0.0.1:9092";

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "More settings of Kafka's clients, a properties file: TLS (security.protocol, ssl.*), SASL"
                    + " (sasl.*).")
    private Optional<Path> client = Optional.empty();

    /// @throws org.mxcensus.datasets.store.UserError where an address or the file is of no use
    public KafkaConfig config() {
        return KafkaConfig.of(bootstrap, client);
    }

    private static final class Brokers extends Form {
        private Brokers() {
            super(text -> KafkaConfig.of(text, Optional.empty()));
        }
    }
}
