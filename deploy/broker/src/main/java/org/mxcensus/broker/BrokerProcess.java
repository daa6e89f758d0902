package org.mxcensus.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A broker in a JVM of its own, on this JVM's class path, for tests that kill it. It ends with this JVM at the
/// latest.
public final class BrokerProcess implements AutoCloseable {
    private final Process process;
    private final String bootstrap;

    private BrokerProcess(Process process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    /// Starts one; when this returns, clients can connect.
    ///
    /// @param options without TLS
    /// @param log the file that its warnings are appended to
    /// @throws StartFailure where it does not start, with its own sentence
    public static BrokerProcess start(BrokerOptions options, Path log) {
        if (options.tls().isPresent()) {
            throw new IllegalArgumentException("A broker in a process of its own has no listeners with TLS.");
        }
        try {
            Process process = new ProcessBuilder(command(options))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            String first = said.readLine();
            if (first == null || !first.startsWith(Main.LISTENS)) {
                process.destroyForcibly();
                throw new StartFailure(Files.readString(log).lines().reduce("", (a, b) -> b));
            }
            Thread.ofVirtual().start(() -> drain(process));
            return new BrokerProcess(
                    process, first.substring(Main.LISTENS.length()).split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(BrokerOptions options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(
                new Arguments(options, OptionalLong.of(ProcessHandle.current().pid())).words());
        return command;
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The process has ended.
            return;
        }
    }

    /// For `bootstrap.servers`: such as `127.0.0.1:9092`.
    public String bootstrap() {
        return bootstrap;
    }

    /// The process, to be paused or watched.
    public ProcessHandle process() {
        return process.toHandle();
    }

    /// Ends it as a loss of power would, and returns when it is gone (SIGKILL).
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Asks it to end (SIGTERM) and waits for that.
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
