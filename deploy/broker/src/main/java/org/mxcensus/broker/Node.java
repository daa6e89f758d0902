package org.mxcensus.broker;

import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/// Kafka's two servers in one process, put together as Kafka's own main class does it (`KafkaRaftServer`), but with
/// sockets that are bound already and with faults that do not end the process.
final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final ControllerServer controller;
    private final BrokerServer broker;

    Node(KafkaConfig config, Doors doors, Faults faults) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> stored = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        SharedServer shared = new SharedServer(
                config,
                stored._1(),
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, stored._1().clusterId().orElseThrow()),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                faults,
                doors);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), stored._2());
    }

    /// Returns when clients can connect.
    void start() {
        try {
            controller.startup();
            broker.startup();
        } catch (Throwable e) { // Scala's methods throw checked exceptions without saying so
            stop();
            throw e;
        }
    }

    /// The broker goes first: it tells the controller that it leaves.
    void stop() {
        broker.shutdown();
        controller.shutdown();
    }
}
