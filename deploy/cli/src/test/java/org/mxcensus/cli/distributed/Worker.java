package org.mxcensus.cli.distributed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mxcensus.cli.ChildProcess;

/// A worker in a process of its own.
///
/// @param number tells it from the others, in the order of their starts
/// @param process itself
/// @param said the file with what it said
record Worker(int number, Process process, Path said) {
    /// The time of grace, a minute for Kafka's and the system's own affairs, and a busy machine.
    private static final long LONGEST_END_SECONDS = 120;

    /// The broker and the world have machines of their own elsewhere, and are not to be starved here.
    private static final List<String> MODEST = List.of("nice", "-n", "5");

    /// Four of them share two cores; and what they say is what a user would see.
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlogback.configurationFile=logback.xml");

    static String name(int number) {
        return "worker-%02d".formatted(number);
    }

    static Worker start(int number, Path folder, List<String> java, List<String> words) {
        Path said = folder.resolve(name(number) + ".out");
        try {
            List<String> all = Stream.concat(OPTIONS.stream(), java.stream()).toList();
            return new Worker(number, ChildProcess.start(said, MODEST, all, words), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGKILL.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// SIGTERM, and what it comes to.
    ///
    /// @return the exit status
    int terminate() throws InterruptedException {
        process.destroy();
        return end();
    }

    /// Waits until it has ended.
    ///
    /// @return the exit status
    int end() throws InterruptedException {
        if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("%s does not end:%n%s".formatted(this, words()));
        }
        return process.exitValue();
    }

    /// SIGSTOP.
    void pause() throws InterruptedException {
        signal("-STOP");
    }

    /// SIGCONT.
    void wake() throws InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws InterruptedException {
        try {
            int status = new ProcessBuilder("kill", name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("%s is not there to take %s".formatted(this, name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// All that it said.
    String words() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name(number);
    }
}
