package org.mxcensus.cli.distributed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A directory on a file system of its own, in memory and small enough to be filled.
///
/// Mounting takes root. Without that it is an ordinary directory, which cannot be filled.
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "128m";
    private static final byte[] PIECE = new byte[1 << 16];

    private final Path directory;
    private final boolean mounted;

    private SmallDisk(Path directory, boolean mounted) {
        this.directory = directory;
        this.mounted = mounted;
    }

    static SmallDisk at(Path directory) {
        try {
            Files.createDirectories(directory);
            return new SmallDisk(
                    directory,
                    done("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "mxcensus-test", directory.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    boolean canBeFilled() {
        return mounted;
    }

    /// Leaves no room for anything.
    void fill() {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(PIECE);
            }
        } catch (IOException full) {
            // As intended.
            return;
        }
    }

    void free() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    @Override
    public void close() {
        if (mounted && !done("umount", directory.toString())) {
            // Somebody still has a file open: it goes with him.
            done("umount", "-l", directory.toString());
        }
    }

    private static boolean done(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
