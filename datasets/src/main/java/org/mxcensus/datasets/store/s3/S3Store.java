package org.mxcensus.datasets.store.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import software.amazon.awssdk.services.s3.S3Client;

/// A store in object storage: publishing is one PUT, and an object is there wholly or not at all. Files are read from
/// local copies. For any number of threads and processes.
public final class S3Store implements Store {
    /// A transfer that was spoilt on its way comes right the next time; an object that is spoilt never does.
    private static final int FETCHES = 3;

    private final Bucket bucket;
    private final Path cache;
    private final LocalCopies copies;
    private final Memory memory;
    private final Map<String, Lock> fetching = new ConcurrentHashMap<>();
    private final AtomicBoolean keepsFirst = new AtomicBoolean();

    private S3Store(Bucket bucket, Path cache, Memory memory) {
        this.bucket = bucket;
        this.cache = cache;
        this.copies = new LocalCopies(cache.resolve(bucket.location().bucket())
                .resolve(bucket.location().prefix()));
        this.memory = memory;
    }

    /// The store at a location, which shows every change at once.
    ///
    /// @param cache a local directory, for copies of this and of other locations; made where it does not exist
    /// @throws UserError where there is no such bucket, nobody who answers, or no permission
    public static S3Store open(S3Location location, S3Access access, Path cache) {
        return open(location, access.client(), cache, Duration.ZERO, Clock.systemUTC());
    }

    /// @param span for how long what the storage has shown is believed
    static S3Store open(S3Location location, S3Client client, Path cache, Duration span, Clock clock) {
        S3Store store = new S3Store(new Bucket(client, location), cache, new Memory(span, clock));
        store.isEmpty();
        return store;
    }

    /// The same store for whoever only shows it to people: changes of others show after this span.
    public S3Store shownWithin(Duration span, Clock clock) {
        return new S3Store(bucket, cache, new Memory(span, clock));
    }

    /// Whether nothing was ever published.
    public boolean isEmpty() {
        return Interruption.passing(bucket::isEmpty);
    }

    @Override
    public void publish(Path localFile, String name) {
        try {
            Interruption.passing(() -> bucket.put(localFile, name));
        } finally {
            discard(localFile);
            memory.clear();
        }
    }

    @Override
    public boolean publishFirst(Path localFile, String name) {
        try {
            return Interruption.passing(() -> {
                if (!keepsFirst.get()) {
                    requireConditionalWrites();
                }
                return bucket.putFirst(localFile, name);
            });
        } finally {
            discard(localFile);
            memory.clear();
        }
    }

    /// Some storage of the kind takes the condition and does not heed it.
    private void requireConditionalWrites() {
        String name = ".probe/" + UUID.randomUUID();
        Path probe = copies.scratch("probe");
        try {
            Files.write(probe, name.getBytes(StandardCharsets.UTF_8));
            boolean heeded = bucket.putFirst(probe, name) && !bucket.putFirst(probe, name);
            bucket.delete(name);
            if (!heeded) {
                throw new Failures(bucket.location()).overwrites();
            }
            keepsFirst.set(true);
        } catch (IOException e) {
            throw cannotKeep(e);
        } finally {
            discard(probe);
        }
    }

    private static void discard(Path localFile) {
        try {
            Files.deleteIfExists(localFile);
        } catch (IOException e) {
            // It is swept when it is a day old.
            return;
        }
    }

    @Override
    public Path scratch(String hint) {
        return copies.scratch(hint);
    }

    @Override
    public boolean exists(String name) {
        bucket.location().key(name);
        return Interruption.passing(() -> memory.look(name, bucket::look)).isPresent();
    }

    @Override
    public Path local(String name) {
        return Interruption.passing(() -> copy(name));
    }

    private Path copy(String name) {
        Sighting sighting = memory.look(name, bucket::look).orElseThrow(() -> missing(name));
        Lock lock = fetching.computeIfAbsent(name, _ -> new ReentrantLock());
        lock.lock();
        try {
            return copies.of(name, sighting).orElseGet(() -> fetched(name));
        } finally {
            lock.unlock();
        }
    }

    private Path fetched(String name) {
        for (int fetch = 0; fetch < FETCHES; fetch++) {
            Path file = copies.scratch(name);
            try {
                Bucket.Fetched object = bucket.fetch(name, file).orElseThrow(() -> missing(name));
                String digest = Checksums.sha256(file);
                if (object.sha256().filter(stored -> !stored.equals(digest)).isEmpty()) {
                    return copies.keep(name, file, object.sighting(), digest);
                }
            } finally {
                discard(file);
            }
        }
        throw new Failures(bucket.location()).damaged(name);
    }

    private UserError missing(String name) {
        return new UserError("%s has no file %s; was it moved or deleted? Finish or crawl again to make it anew."
                .formatted(this, name));
    }

    @Override
    public List<String> list(String prefix) {
        String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        return List.copyOf(
                Interruption.passing(() -> memory.list(folder, bucket::list)).keySet());
    }

    @Override
    public void delete(String name) {
        Interruption.passing(() -> bucket.delete(name));
        copies.forget(name);
        memory.clear();
    }

    @Override
    public Store within(String folder) {
        return at(bucket.location().within(folder));
    }

    @Override
    public Optional<Store> around(String folder) {
        return bucket.location().around(folder).map(this::at);
    }

    private S3Store at(S3Location location) {
        return new S3Store(new Bucket(bucket.client(), location), cache, new Memory(memory.span(), memory.clock()));
    }

    @Override
    public Path folder() {
        return copies.folder();
    }

    @Override
    public String toString() {
        return bucket.location().toString();
    }

    private UserError cannotKeep(IOException e) {
        return new UserError(
                "Cannot write to %s, where files of %s are made (%s); free space, or name another directory with --cache."
                        .formatted(folder(), this, e.getMessage()),
                e);
    }
}
