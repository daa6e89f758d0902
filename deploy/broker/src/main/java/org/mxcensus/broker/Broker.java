package org.mxcensus.broker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;

/// A running broker in this process.
///
/// Its records outlive it: started again on the same folder, it holds them, and at the same port clients find it
/// again by themselves. When its disk fails, Kafka ends the process that it runs in; tests of that run it in a JVM
/// of its own.
public final class Broker implements AutoCloseable {
    private final Storage storage;
    private final Doors doors;
    private final Faults faults;
    private final Node node;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Broker(Storage storage, Doors doors, Faults faults, Node node) {
        this.storage = storage;
        this.doors = doors;
        this.faults = faults;
        this.node = node;
    }

    /// Starts a broker; when this returns, clients can connect.
    ///
    /// @throws StartFailure where its folder, address or keystore cannot be used
    public static Broker start(BrokerOptions options) {
        KafkaLogs.quieten();
        options.tls().ifPresent(TlsListeners::check);
        Doors doors = Doors.open(options);
        try {
            Storage storage = Storage.open(options.data());
            try {
                return start(options, doors, storage);
            } catch (Throwable e) { // Scala's methods throw checked exceptions without saying so
                storage.close();
                throw e;
            }
        } catch (Throwable e) {
            doors.close();
            throw e;
        }
    }

    private static Broker start(BrokerOptions options, Doors doors, Storage storage) {
        Faults faults = new Faults();
        try {
            KafkaConfig config = KafkaConfig.fromProps(Settings.of(options, doors), false);
            Node node = new Node(config, doors, faults);
            node.start();
            return new Broker(storage, doors, faults, node);
        } catch (RuntimeException e) {
            // Kafka tells what its user has done wrong by exceptions of many types.
            throw new StartFailure("Kafka does not start on %s: %s".formatted(options.data(), innermost(e)), e);
        }
    }

    /// For `bootstrap.servers`, without TLS: such as `127.0.0.1:9092`.
    public String bootstrap() {
        return doors.at(Listener.PLAINTEXT);
    }

    /// For `bootstrap.servers` with `security.protocol=SSL`.
    ///
    /// @throws IllegalStateException where the options named no listeners with TLS
    public String sslBootstrap() {
        return doors.at(Listener.SSL);
    }

    /// For `bootstrap.servers` with `security.protocol=SASL_SSL` and `sasl.mechanism=PLAIN`.
    ///
    /// @throws IllegalStateException where the options named no listeners with TLS
    public String saslBootstrap() {
        return doors.at(Listener.SASL_SSL);
    }

    /// Completed when the broker has failed in a way that it cannot go on after.
    public CompletableFuture<Throwable> failure() {
        return faults.first();
    }

    /// Stops it. What was acknowledged is in its folder.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            node.stop();
            doors.close();
            storage.close();
        }
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return said.endsWith(".") ? said : said + ".";
    }
}
