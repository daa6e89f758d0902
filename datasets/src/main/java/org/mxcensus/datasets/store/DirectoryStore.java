package org.mxcensus.datasets.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A store in a directory: publishing is a sync and a rename (POSIX rename is atomic within a file system).
public final class DirectoryStore implements Store {
    private static final String SCRATCH = ".scratch";
    /// No file is a day in the making: an older one was left by a process that died.
    private static final Duration STALE = Duration.ofDays(1);

    private final Path root;

    /// @param root the directory; made where it does not exist
    /// @throws UserError where it cannot be made or written
    public DirectoryStore(Path root) {
        this(root, Clock.systemUTC());
    }

    DirectoryStore(Path root, Clock clock) {
        this.root = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.root.resolve(SCRATCH));
            Files.delete(Files.createFile(scratch("probe")));
            sweep(clock.instant().minus(STALE));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /// The folder is made where it does not exist.
    @Override
    public DirectoryStore within(String folder) {
        return new DirectoryStore(resolve(folder));
    }

    @Override
    public Optional<Store> around(String folder) {
        Path within = Path.of(folder);
        Path outer = root;
        for (int step = 0; step < within.getNameCount(); step++) {
            outer = parent(outer);
        }
        return outer.resolve(within).equals(root) && Files.isDirectory(outer.resolve(SCRATCH))
                ? Optional.of(new DirectoryStore(outer))
                : Optional.empty();
    }

    @Override
    public void publish(Path localFile, String name) {
        Path target = resolve(name);
        try {
            Files.createDirectories(parent(target));
            sync(localFile);
            Files.move(localFile, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(parent(target));
        } catch (IOException e) {
            discard(localFile);
            throw cannotWrite(e);
        }
    }

    /// By a hard link, which POSIX makes only where no file of that name is.
    @Override
    public boolean publishFirst(Path localFile, String name) {
        Path target = resolve(name);
        try {
            Files.createDirectories(parent(target));
            sync(localFile);
            boolean first = link(localFile, target);
            Files.delete(localFile);
            sync(parent(target));
            return first;
        } catch (IOException e) {
            discard(localFile);
            throw cannotWrite(e);
        }
    }

    /// Whoever tries again makes the file anew; on a full disk its remains would be in the way.
    private static void discard(Path localFile) {
        try {
            Files.deleteIfExists(localFile);
        } catch (IOException e) {
            // It is swept when it is a day old.
            return;
        }
    }

    private boolean link(Path localFile, Path target) throws IOException {
        try {
            Files.createLink(target, localFile);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            throw new UserError(
                    "The file system of %s has no hard links, by which a crawl's parts are published; name a directory on another with --data."
                            .formatted(root),
                    e);
        }
    }

    @Override
    public Path scratch(String hint) {
        return root.resolve(SCRATCH).resolve(UUID.randomUUID() + "-" + hint.replace('/', '_'));
    }

    @Override
    public boolean exists(String name) {
        return Files.isRegularFile(resolve(name));
    }

    @Override
    public Path local(String name) {
        Path path = resolve(name);
        if (!Files.isRegularFile(path)) {
            throw new UserError("%s has no file %s; was it moved or deleted? Finish or crawl again to make it anew."
                    .formatted(root, name));
        }
        return path;
    }

    @Override
    public List<String> list(String prefix) {
        Path folder = resolve(prefix);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(resolve(name));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /// Publishing is a rename, which changes the directory.
    @Override
    public Optional<Instant> changed(String folder) {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(folder().resolve(folder)).toInstant());
        } catch (IOException e) {
            return Optional.empty(); // There is none yet.
        }
    }

    @Override
    public Path folder() {
        return root;
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private void sweep(Instant stale) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(SCRATCH))) {
            for (Path file : files.toList()) {
                sweep(file, stale);
            }
        }
    }

    private static void sweep(Path file, Instant stale) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(stale)) {
                remove(file);
            }
        } catch (NoSuchFileException e) {
            // Another process has published or swept it meanwhile.
            return;
        }
    }

    /// A file, or a folder that an evaluation spilled to.
    private static void remove(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }

    private Path resolve(String name) {
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("a name that leaves the store: " + name);
        }
        return path;
    }

    private UserError cannotWrite(IOException e) {
        return new UserError(
                "Cannot write to the data directory %s (%s); free space, mend its permissions or name another with --data."
                        .formatted(root, UserError.why(e)),
                e);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /// Without this a crash of the machine could leave a renamed file without its bytes.
    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
