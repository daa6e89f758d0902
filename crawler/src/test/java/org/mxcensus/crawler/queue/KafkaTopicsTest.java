package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.store.UserError;

/// The topics of a crawl, seen from outside.
class KafkaTopicsTest {
    private final String crawl = SharedBroker.crawl();
    private KafkaTopics topics;
    private Admin admin;

    @BeforeEach
    void open() {
        topics = new KafkaTopics(SharedBroker.config(), crawl, List.of("domains", "mx-hosts"));
        admin = Admin.create(ClientSettings.admin(SharedBroker.config()));
    }

    @AfterEach
    void close() {
        topics.close();
        admin.close();
    }

    @Test
    void madeOnceTheyStay() throws InterruptedException {
        assertThat(topics.partitions()).isEmpty();
        topics.create(TopicSettings.of(3));
        topics.create(TopicSettings.of(3));

        assertThat(topics.partitions()).hasValue(3);
        assertThat(topics.ends("mx-hosts")).containsExactly(0, 0, 0);
        assertThat(topics.committed("mx-hosts")).containsExactly(0, 0, 0);
    }

    @Test
    void theNumberOfPartitionsDoesNotChange() throws InterruptedException {
        topics.create(TopicSettings.of(3));

        assertThatThrownBy(() -> topics.create(TopicSettings.of(4)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(crawl + ".domains has 3 partitions and not 4");
        assertThat(topics.partitions()).hasValue(3);
    }

    @Test
    void messagesStayUntilTheCrawlIsDeleted() throws Exception {
        topics.create(TopicSettings.of(1));
        ConfigResource domains = new ConfigResource(ConfigResource.Type.TOPIC, crawl + ".domains");
        var settings = admin.describeConfigs(List.of(domains)).all().get().get(domains);

        assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
        assertThat(settings.get("retention.bytes").value()).isEqualTo("-1");
        assertThat(settings.get("cleanup.policy").value()).isEqualTo("delete");
    }

    @Test
    void aTopicThatForgetsIsNotUsed() throws Exception {
        NewTopic forgetful = new NewTopic(crawl + ".mx-hosts", Optional.of(2), Optional.empty())
                .configs(Map.of("retention.ms", "1000"));
        admin.createTopics(List.of(forgetful)).all().get();

        assertThatThrownBy(() -> topics.create(TopicSettings.of(2)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(crawl + ".mx-hosts has retention.ms=1000")
                .hasMessageContaining("set it to -1");
    }

    @Test
    void moreCopiesThanBrokersAreOneSentence() {
        assertThatThrownBy(() -> topics.create(new TopicSettings(1, 3, 2)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("make the topic " + crawl + ".domains")
                .hasMessageContaining("cannot keep so many copies");
    }

    @Test
    void thePlanIsWhatWasAnnouncedFirst() throws InterruptedException {
        assertThat(topics.announcement()).isEmpty();
        topics.create(TopicSettings.of(1));
        assertThat(topics.announcement()).isEmpty();

        topics.announce("first".getBytes());
        topics.announce("second".getBytes());

        assertThat(topics.announcement()).get().extracting(String::new).isEqualTo("first");
    }

    @Test
    void theSessionTimeoutIsTheBrokers() throws InterruptedException {
        assertThat(topics.sessionTimeouts("domains"))
                .isEqualTo(new SessionTimeouts(SharedBroker.SESSION, SharedBroker.HEARTBEAT));
    }

    @Test
    void aBrokerThatDoesNotTellIsTakenForKafkaAsItIs() {
        assertThat(SessionTimeouts.of(Map.of()))
                .isEqualTo(new SessionTimeouts(Duration.ofSeconds(45), Duration.ofSeconds(5)));
    }

    @Test
    void whatIsDeletedIsGone() throws InterruptedException {
        topics.create(TopicSettings.of(2));
        topics.delete();
        topics.delete();

        assertThat(topics.partitions()).isEmpty();
        assertThatThrownBy(() -> topics.ends("domains"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no topic " + crawl + ".domains")
                .hasMessageContaining("run enqueue");
    }

    @Test
    void aBrokerThatIsNotThereIsOneSentence() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        KafkaConfig nobody = new KafkaConfig(
                "127.0.0.1:" + port, Map.of("request.timeout.ms", "500", "default.api.timeout.ms", "500"));
        try (KafkaTopics away = new KafkaTopics(nobody, crawl, List.of("domains"))) {
            assertThatThrownBy(away::partitions)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("the Kafka broker at 127.0.0.1:" + port + " does not answer");
        }
    }
}
