package org.mxcensus.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.storage.Formatter;

/// The folder of a broker's records: formatted by Kafka's own formatter where it is new, and held by one broker at a
/// time.
///
/// One that was not stopped in order comes back without its groups. Kafka 4.3 may elect a coordinator twice in a row
/// then, and take the end of its first loading for that of the second: members that come to light afterwards are
/// watched by nobody, and those that are gone keep their partitions for ever. Who works on a crawl, workers say again
/// by themselves; how far it has come, its files say.
final class Storage implements AutoCloseable {
    private static final String LOCK = "in-use";
    private static final String FORMATTED = "meta.properties";
    private static final String STOPPED_IN_ORDER = ".kafka_cleanshutdown";
    private static final String GROUPS = "__consumer_offsets-";

    private final Path folder;
    private final FileChannel lock;

    private Storage(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Makes the folder ready.
    ///
    /// @throws StartFailure where it cannot be written, is in use, or holds something else
    static Storage open(Path folder) {
        try {
            Files.createDirectories(folder);
            refuseOtherThings(folder);
            FileChannel lock = hold(folder);
            try {
                Storage storage = new Storage(folder, lock);
                storage.format();
                storage.forgetGroups();
                return storage;
            } catch (RuntimeException | IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "The broker's folder %s cannot be written (%s); name another one with --data.".formatted(folder, e),
                    e);
        }
    }

    /// Kafka would take every folder in it for a topic.
    private static void refuseOtherThings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            boolean others = !Files.exists(folder.resolve(FORMATTED))
                    && files.anyMatch(file -> !file.endsWith(LOCK) && !file.endsWith("bootstrap.checkpoint"));
            if (others) {
                throw new StartFailure(
                        "The folder %s holds other things than a broker's records; name an empty or a new one with --data."
                                .formatted(folder));
            }
        }
    }

    private static FileChannel hold(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by another broker of this very process: the same answer as for one of another.
            channel.close();
            throw inUse(folder);
        }
        channel.close();
        throw inUse(folder);
    }

    private static StartFailure inUse(Path folder) {
        return new StartFailure("Another broker uses the folder %s; end that one or name another folder with --data."
                .formatted(folder));
    }

    private void format() throws IOException {
        if (Files.exists(folder.resolve(FORMATTED))) {
            return;
        }
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(Settings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(Listener.CONTROLLER.name())
                .addDirectory(folder.toAbsolutePath().toString())
                .setMetadataLogDirectory(folder.toAbsolutePath().toString())
                // The voters are named in the settings, by a port that changes.
                .setHasDynamicQuorum(false);
        try {
            formatter.run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void forgetGroups() throws IOException {
        if (Files.exists(folder.resolve(STOPPED_IN_ORDER))) {
            return;
        }
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> file.getFileName().toString().startsWith(GROUPS))
                    .toList();
        }
        for (Path log : logs) {
            Utils.delete(log.toFile());
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
