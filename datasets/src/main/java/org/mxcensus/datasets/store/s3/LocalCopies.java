package org.mxcensus.datasets.store.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.DirectoryStore;

/// Objects as files of a directory, each beside a note of its version and its digest. What a process finds there it
/// checks once against the digest. Several processes may share the directory; whoever likes may empty it.
final class LocalCopies {
    private static final String NOTES = ".versions/";

    private final DirectoryStore files;
    /// The versions that this process has checked.
    private final Map<String, String> checked = new ConcurrentHashMap<>();

    /// @param directory made where it does not exist
    LocalCopies(Path directory) {
        this.files = new DirectoryStore(directory);
    }

    /// The copy of this version; empty where there is none that is whole.
    Optional<Path> of(String name, Sighting sighting) {
        if (!files.exists(name) || !files.exists(NOTES + name)) {
            return Optional.empty();
        }
        boolean whole = sighting.etag().equals(checked.get(name)) || check(name, sighting.etag());
        return whole ? Optional.of(files.local(name)) : Optional.empty();
    }

    private boolean check(String name, String etag) {
        try {
            List<String> note = Files.readAllLines(files.local(NOTES + name));
            boolean whole = note.equals(List.of(etag, Checksums.sha256(files.local(name))));
            if (whole) {
                checked.put(name, etag);
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps what was fetched in place of an older version, as old as the object.
    ///
    /// @param fetched a file below [#scratch]; consumed
    Path keep(String name, Path fetched, Sighting sighting, String sha256) {
        try {
            Files.setLastModifiedTime(fetched, FileTime.from(sighting.modified()));
            Path kept = files.folder().resolve(name);
            Files.createDirectories(kept.resolveSibling("."));
            // Without a sync: a copy that a crash of the machine spoils is found out, and fetched again.
            Files.move(fetched, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            note(name, List.of(sighting.etag(), sha256));
            checked.put(name, sighting.etag());
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String name, List<String> lines) throws IOException {
        Path note = Files.write(files.scratch(name), lines);
        Path kept = files.folder().resolve(NOTES + name);
        Files.createDirectories(kept.resolveSibling("."));
        Files.move(note, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void forget(String name) {
        checked.remove(name);
        files.delete(NOTES + name);
        files.delete(name);
    }

    Path scratch(String hint) {
        return files.scratch(hint);
    }

    Path folder() {
        return files.folder();
    }
}
