package org.mxcensus.ledger;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Debian's package manager, where it may be used without a password: as root. Several JVMs and threads may want it.
final class AptGet {

    static final Path PROGRAM = Path.of("/usr/bin/apt-get");

    /// For fetching the lists and for installing, each; a browser with all it needs takes about one.
    private static final int MINUTES = 8;

    private AptGet() {}

    /// Whether it may be used here.
    static boolean isAtHand() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(PROGRAM);
    }

    /// Does something while nobody else does: two that both need a package would trip over apt's own locks.
    static synchronized void alone(Work work) {
        try (FileChannel channel = FileChannel.open(
                        Path.of(System.getProperty("java.io.tmpdir"), "mxcensus-apt.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is done alone.
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /// Runs it, or a program that runs it.
    ///
    /// @return whether it succeeded
    static boolean run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        // In this run level packages do not start their servers: tests start their own, on ports of their own.
        builder.environment().put("RUNLEVEL", "1");
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            return false;
        }
        return process.exitValue() == 0;
    }
}
