package org.mxcensus.broker;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Properties;

/// What Kafka is told: one node that is broker and controller, nothing copied to others because there are none, and
/// nothing deleted that nobody asked to delete.
final class Settings {
    static final int NODE = 1;

    private static final String YEAR_IN_MINUTES = String.valueOf(365 * 24 * 60);

    private Settings() {}

    static Properties of(BrokerOptions options, Doors doors) {
        Properties settings = new Properties();
        settings.putAll(node(options, doors));
        settings.putAll(ONE_NODE);
        settings.putAll(RECORDS);
        settings.putAll(SMALL);
        settings.putAll(groups(options));
        options.tls().ifPresent(tls -> settings.putAll(tls(tls)));
        return settings;
    }

    private static Map<String, String> node(BrokerOptions options, Doors doors) {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", String.valueOf(NODE),
                // Said anew at each start, for its port is a new one at each start.
                "controller.quorum.voters", NODE + "@" + doors.at(Listener.CONTROLLER),
                "controller.listener.names", Listener.CONTROLLER.name(),
                "inter.broker.listener.name", Listener.PLAINTEXT.name(),
                "listeners", addresses(doors, true),
                "advertised.listeners", addresses(doors, false),
                "listener.security.protocol.map", protocols(doors),
                "log.dirs", options.data().toAbsolutePath().toString());
    }

    private static String addresses(Doors doors, boolean withController) {
        return doors.listeners().stream()
                .filter(listener -> withController || listener != Listener.CONTROLLER)
                .map(listener -> listener + "://" + doors.at(listener))
                .collect(joining(","));
    }

    private static String protocols(Doors doors) {
        return doors.listeners().stream()
                .map(listener -> listener + ":" + listener.protocol())
                .collect(joining(","));
    }

    /// The topics that Kafka keeps for itself. Their partitions are files to open at every start, hence few.
    private static final Map<String, String> ONE_NODE = Map.of(
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1");

    /// Records stay until their topic is deleted, and offsets for as long as anybody may pause a crawl.
    private static final Map<String, String> RECORDS = Map.of(
            "auto.create.topics.enable", "false",
            "log.retention.ms", "-1",
            "log.retention.bytes", "-1",
            "offsets.retention.minutes", YEAR_IN_MINUTES);

    /// A broker beside its workers on one machine: few threads, little memory, a heartbeat to itself that lets it
    /// start fast.
    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20),
            "broker.heartbeat.interval.ms", "200",
            // A broker that was killed may register again only when the one that it was is given up.
            "broker.session.timeout.ms", "2000");

    private static Map<String, String> groups(BrokerOptions options) {
        String timeout = String.valueOf(options.sessionTimeout().toMillis());
        String interval = String.valueOf(options.heartbeatInterval().toMillis());
        return Map.of(
                "group.consumer.session.timeout.ms", timeout,
                "group.consumer.min.session.timeout.ms", timeout,
                "group.consumer.max.session.timeout.ms", timeout,
                "group.consumer.heartbeat.interval.ms", interval,
                "group.consumer.min.heartbeat.interval.ms", interval,
                "group.consumer.max.heartbeat.interval.ms", interval,
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> tls(TlsListeners tls) {
        String users = tls.users().entrySet().stream()
                .map(user -> " user_" + user.getKey() + "=\"" + user.getValue() + "\"")
                .collect(joining());
        return Map.of(
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                tls.keystore().toAbsolutePath().toString(),
                "ssl.keystore.password",
                tls.password(),
                "ssl.key.password",
                tls.password(),
                "sasl.enabled.mechanisms",
                "PLAIN",
                "listener.name.sasl_ssl.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required" + users + ";");
    }
}
