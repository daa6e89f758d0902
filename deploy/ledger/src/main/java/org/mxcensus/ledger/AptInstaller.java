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
import java.util.stream.Stream;

/// Installs Debian packages where that needs nobody's password: as root, with apt-get at hand. Elsewhere it does
/// nothing.
final class AptInstaller implements RealServer.Installer {

    private static final Path APT_GET = Path.of("/usr/bin/apt-get");

    /// For fetching the lists and for installing, each; a browser with all it needs takes about one.
    private static final int MINUTES = 8;

    @Override
    public synchronized void install(String debianPackage) {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(APT_GET)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        Path.of(System.getProperty("java.io.tmpdir"), "mxcensus-apt.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                // Two JVMs that both need a package would trip over apt's own locks.
                FileLock _ = channel.lock()) {
            if (!aptGet("install", "--no-install-recommends", debianPackage) && aptGet("update")) {
                aptGet("install", "--no-install-recommends", debianPackage);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean aptGet(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(APT_GET.toString(), "-qq", "-y", "-o", "DPkg::Lock::Timeout=120"),
                        Stream.of(arguments))
                .toList();
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
