package org.mxcensus.dashboard.census;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.TrendsCache;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.store.Store;

/// By what a store's published state is known: its manifests, which list all else, and the cache of statistics.
///
/// A store may have hundreds of manifests, and every request asks: where a store tells when their
/// directory has changed, they are looked at one by one only then. Safe for use by several threads.
final class Edition {
    /// A later start may be that of a newer program, which answers otherwise.
    private static final String START = UUID.randomUUID().toString();

    private static final String MANIFESTS = "manifests/";

    /// Within one tick of a file system's clock a directory may change twice and look the same.
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Store store;
    private final Clock clock;
    private Listing listing = new Listing(Optional.empty(), "");

    Edition(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param changed when the directory did last
    /// @param manifests what was in it
    private record Listing(Optional<Instant> changed, String manifests) {}

    /// A digest; the same as long as the files are.
    String now() {
        MessageDigest digest = Sha256.digest();
        Stream.of(START, manifests(), state(store, TrendsCache.FILE))
                .forEach(part -> digest.update(part.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    private synchronized String manifests() {
        Optional<Instant> changed = store.changed(MANIFESTS);
        boolean same = changed.isPresent()
                && changed.equals(listing.changed)
                && changed.get().isBefore(clock.instant().minus(TICK));
        if (!same) {
            listing = new Listing(
                    changed,
                    store.list(MANIFESTS).stream()
                            .map(name -> state(store, name))
                            .collect(Collectors.joining()));
        }
        return listing.manifests;
    }

    /// A file with its state; empty where there is none.
    private static String state(Store store, String name) {
        return store.exists(name) ? name + identity(store.local(name)) : "";
    }

    /// By what a state of a file is known; empty where it is gone.
    static String identity(Path file) {
        try {
            return " %s %d%n".formatted(Files.getLastModifiedTime(file), Files.size(file));
        } catch (NoSuchFileException e) {
            return ""; // It went while we looked: the next look sees another state.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
