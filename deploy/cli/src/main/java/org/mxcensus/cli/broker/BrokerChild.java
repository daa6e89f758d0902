package org.mxcensus.cli.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A running broker, whose words are this program's: it writes to the same streams.
public final class BrokerChild implements AutoCloseable {
    private final Process process;

    private BrokerChild(Process process) {
        this.process = process;
    }

    /// Starts it. It says itself where it listens, or why it does not.
    ///
    /// @param data the folder of its records
    /// @param host the address to listen on
    /// @param port 0 for a free one
    /// @param sessionSeconds after which a silent consumer loses its partitions; nothing for Kafka's own
    public static BrokerChild start(
            BrokerProgram program, Path data, String host, int port, Optional<Integer> sessionSeconds) {
        List<String> words = new ArrayList<>(List.of(
                "--owner", String.valueOf(ProcessHandle.current().pid()),
                "--data", data.toString(),
                "--host", host,
                "--port", String.valueOf(port)));
        // A tenth: a heartbeat may be lost, and another.
        sessionSeconds.ifPresent(seconds -> words.addAll(List.of(
                "--session-timeout-ms", String.valueOf(seconds * 1000),
                "--heartbeat-ms", String.valueOf(seconds * 100))));
        String javaOptions = System.getenv().getOrDefault("MXCENSUS_JAVA_OPTS", "");
        try {
            return new BrokerChild(new ProcessBuilder(program.command(javaOptions, words))
                    .inheritIO()
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it has ended.
    ///
    /// @return its exit status
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /// Asks it to end, and waits for that however long it takes: it has files to put in order.
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
