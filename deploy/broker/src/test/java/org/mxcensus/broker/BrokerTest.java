package org.mxcensus.broker;

import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broker holds what it is given, also after it was stopped, and shares partitions among the members of a group.
class BrokerTest {

    @TempDir
    Path folder;

    @Test
    void recordsAndOffsetsOutliveTheBroker() throws Exception {
        BrokerOptions options = BrokerOptions.in(folder.resolve("kafka"));
        String address;
        try (Broker broker = Broker.start(options)) {
            address = broker.bootstrap();
            Clients clients = Clients.of(address);
            clients.createTopic("domains", 3);
            clients.send("domains", "a", "b");

            assertThat(clients.receive("first", "domains", 2)).containsExactly("a", "b");
        }

        try (Broker again = Broker.start(options.withPort(port(address)))) {
            assertThat(again.bootstrap()).isEqualTo(address);
            Clients clients = Clients.of(address);
            clients.send("domains", "c");

            assertThat(clients.receive("second", "domains", 3)).containsExactly("a", "b", "c");
            assertThat(clients.receive("first", "domains", 1)).containsExactly("c");
        }
    }

    @Test
    void clientsFindABrokerAgainThatWasAway() throws Exception {
        BrokerOptions options = BrokerOptions.in(folder.resolve("kafka"));
        Broker broker = Broker.start(options);
        Clients clients = Clients.of(broker.bootstrap());
        clients.createTopic("domains", 1);
        try (KafkaConsumer<String, String> reader = clients.member("readers")) {
            reader.subscribe(List.of("domains"));
            await().atMost(Duration.ofSeconds(30)).until(() -> assigned(reader) == 1);

            broker.close();
            broker = Broker.start(options.withPort(port(broker.bootstrap())));
            clients.send("domains", "a");

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !reader.poll(Duration.ofMillis(100)).isEmpty());
        } finally {
            broker.close();
        }
    }

    @Test
    void aMemberThatFallsSilentLosesItsPartitionsAfterTheSessionTimeout() throws Exception {
        BrokerOptions options =
                BrokerOptions.in(folder.resolve("kafka")).withSession(Duration.ofSeconds(1), Duration.ofMillis(100));
        try (Broker broker = Broker.start(options)) {
            Clients clients = Clients.of(broker.bootstrap());
            clients.createTopic("domains", 2);
            KafkaConsumer<String, String> silent = clients.member("readers");
            silent.subscribe(List.of("domains"));
            await().atMost(Duration.ofSeconds(30)).until(() -> assigned(silent) == 2);
            // Leaves without a word to the coordinator, as one that is killed.
            silent.close(CloseOptions.groupMembershipOperation(REMAIN_IN_GROUP).withTimeout(Duration.ZERO));

            try (KafkaConsumer<String, String> other = clients.member("readers")) {
                other.subscribe(List.of("domains"));
                await().atMost(Duration.ofSeconds(30)).until(() -> assigned(other) == 2);
            }
        }
    }

    @Test
    void noTopicComesUpByItself() throws Exception {
        try (Broker broker = Broker.start(BrokerOptions.in(folder.resolve("kafka")));
                Admin admin = Admin.create(Clients.of(broker.bootstrap()).settings())) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("nobody-made-it"))
                            .allTopicNames()
                            .get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void twoBrokersOfOneProcessKeepApart() throws Exception {
        try (Broker one = Broker.start(BrokerOptions.in(folder.resolve("one")));
                Broker two = Broker.start(BrokerOptions.in(folder.resolve("two")))) {
            Clients.of(one.bootstrap()).createTopic("here", 1);

            try (Admin admin = Admin.create(Clients.of(two.bootstrap()).settings())) {
                assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).isEmpty();
            }
        }
    }

    private static int assigned(KafkaConsumer<?, ?> consumer) {
        consumer.poll(Duration.ofMillis(100));
        return consumer.assignment().size();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
