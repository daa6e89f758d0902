package org.mxcensus.crawler.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.broker.Broker;
import org.mxcensus.broker.BrokerOptions;
import org.mxcensus.broker.Keystores;
import org.mxcensus.broker.TlsListeners;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.queue.Inbox.Item;
import org.mxcensus.crawler.queue.Inbox.Message;
import org.mxcensus.datasets.store.UserError;

/// A broker behind TLS and passwords, reached with settings of Kafka's own.
class KafkaTlsTest {
    private static final String SECRET = "keystore-secret";

    @TempDir
    static Path folder;

    private static Path keystore;
    private static Broker broker;

    private final Channel<String> domains = QueueContract.channel("domains");

    @BeforeAll
    static void start() throws Exception {
        keystore = Keystores.selfSigned(folder.resolve("broker.p12"), SECRET);
        broker = Broker.start(BrokerOptions.in(folder.resolve("kafka"))
                .withTls(new TlsListeners(keystore, SECRET, Map.of("worker", "right"))));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aQueueWorksBehindTlsAndAPassword() throws Exception {
        KafkaConfig config = config("right", SECRET);
        try (KafkaTopics topics = topics(config);
                KafkaOutboxes outboxes = new KafkaOutboxes(config, topics)) {
            topics.create(TopicSettings.of(1));
            topics.announce("plan".getBytes(UTF_8));
            outboxes.resuming(domains).send(List.of("a:1"));
            try (Keeper keeper = new Keeper(config, topics, domains, 10, Ticker.SYSTEM)) {
                Inbox<String> inbox = keeper.inbox(0);
                inbox.resume(0);
                assertThat(inbox.take()).isEqualTo(new Message<>(0, new Item.Work<>("a:1")));
            }
            assertThat(topics.announcement()).get().extracting(String::new).isEqualTo("plan");
        }
    }

    @Test
    void aWrongPasswordIsOneSentence() throws Exception {
        try (KafkaTopics topics = topics(config("wrong", SECRET))) {
            assertThatThrownBy(topics::partitions)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("refuses this client")
                    .hasMessageContaining("check the user, the password and the certificates");
        }
    }

    @Test
    void aWrongPasswordOfWorkersIsOneSentenceToo() throws Exception {
        KafkaConfig right = config("right", SECRET);
        KafkaConfig wrong = config("wrong", SECRET);
        try (KafkaTopics topics = topics(right)) {
            topics.create(TopicSettings.of(1));
            try (KafkaOutboxes outboxes = new KafkaOutboxes(wrong, topics);
                    Keeper keeper = new Keeper(wrong, topics, domains, 10, Ticker.SYSTEM)) {
                Outbox<String> outbox = outboxes.outbox(domains);

                assertThatThrownBy(() -> outbox.send(List.of("a:1")))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("refuses this client");
                assertThatThrownBy(keeper.ended()::join)
                        .cause()
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("refuses this client");
            }
        }
    }

    @Test
    void aBrokerWhoseCertificateNobodyVouchesForIsOneSentence() throws Exception {
        KafkaConfig distrustful = new KafkaConfig(broker.sslBootstrap(), Map.of("security.protocol", "SSL"));
        try (KafkaTopics topics = topics(distrustful)) {
            assertThatThrownBy(topics::partitions)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("refuses this client");
        }
    }

    @Test
    void aTruststoreThatDoesNotOpenIsOneSentence() throws Exception {
        KafkaConfig mistyped = config("right", "mistyped");

        assertThatThrownBy(() -> topics(mistyped))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("The Kafka client cannot be set up")
                .hasMessageContaining("mend the address or the client settings");
    }

    private KafkaTopics topics(KafkaConfig config) {
        return new KafkaTopics(config, "tls", List.of("domains"));
    }

    private static KafkaConfig config(String password, String secret) throws Exception {
        Path file = Files.writeString(folder.resolve("client.properties"), """
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
                    username="worker" password="%s";
                ssl.truststore.type=PKCS12
                ssl.truststore.location=%s
                ssl.truststore.password=%s
                """.formatted(password, keystore, secret));
        return KafkaConfig.of(broker.saslBootstrap(), Optional.of(file));
    }
}
