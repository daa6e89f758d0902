package org.mxcensus.cli.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mxcensus.cli.JavaCommand;

/// Runs a Java program as the first process of namespaces of its own (unshare(1)): a network that holds nothing but a
/// loopback interface, with a resolver of its own in `/etc/resolv.conf`. All its processes end with it.
public final class OwnNetwork {

    /// Where its resolver is to be.
    public static final String RESOLVER = "127.0.0.1";

    private static final int PATIENCE_MINUTES = 6;
    private static final String HEAP = "512m";

    private OwnNetwork() {}

    /// Whether this user may make one here.
    public static boolean isPossible() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(unshare("true"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    /// @param folder for what is written
    /// @throws IllegalStateException with what it printed, if it failed
    public static void run(Path folder, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        run(folder, HEAP, PATIENCE_MINUTES, program, arguments);
    }

    /// @param folder for what is written
    /// @param heap of the program, as Java's `-Xmx` takes it
    /// @param minutes after which it is ended
    /// @throws IllegalStateException with what it printed, if it failed
    public static void run(Path folder, String heap, int minutes, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        Path resolver = Files.writeString(folder.resolve("resolv.conf"), "nameserver " + RESOLVER + "\n");
        Path log = folder.resolve("inside.log");
        List<String> command = new ArrayList<>(unshare("sh"));
        // Postfix ends its process group when it ends, which must not be ours: hence setsid(1).
        command.addAll(List.of(
                "-euc",
                "ip link set lo up; mount --bind \"$0\" /etc/resolv.conf; exec setsid \"$@\"",
                resolver.toString()));
        command.addAll(JavaCommand.of(List.of("-Xmx" + heap), program, List.of(arguments)));
        // Its standard input stays open as long as this process lives.
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
        process.destroy();
        if (!ended || process.waitFor() != 0) {
            throw new IllegalStateException((ended ? "" : "not done in time: ") + Files.readString(log));
        }
    }

    /// For the program: ends it as soon as whoever runs it has died. Nobody shuts our standard input but by dying.
    public static void dieWithWhoeverRunsUs() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // There is nothing to read.
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                Runtime.getRuntime().halt(1);
            }
        });
    }

    private static List<String> unshare(String program) {
        return List.of("unshare", "--kill-child", "-nmpf", "--mount-proc", program);
    }
}
