package org.mxcensus.datasets.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Named files that appear wholly or not at all.
///
/// Names are relative paths with `/`. Publishing a name again replaces the file; a reader sees the old file
/// or the new one, never a mixture.
///
/// A thread that is interrupted while it waits for storage elsewhere hears of it by a
/// [java.util.concurrent.CancellationException], and stays interrupted.
public interface Store {

    /// Makes a finished local file visible under a name and consumes the local file.
    ///
    /// @param localFile a file made below [#scratch(String)]
    /// @param name where it is to appear
    /// @throws UserError where the storage cannot be written; the local file is gone all the same
    void publish(Path localFile, String name);

    /// The same, unless a file of this name is there already: of several who publish, the first wins for ever.
    ///
    /// @return whether the file is now the published one; either way the local file is consumed
    /// @throws UserError where the storage cannot be written; the local file is gone then too
    boolean publishFirst(Path localFile, String name);

    /// Makes bytes visible under a name.
    ///
    /// @throws UserError where the storage cannot be written
    default void publish(byte[] content, String name) {
        publish(written(content, name), name);
    }

    /// The same, unless a file of this name is there already.
    ///
    /// @return whether the file is now the published one
    /// @throws UserError where the storage cannot be written
    default boolean publishFirst(byte[] content, String name) {
        return publishFirst(written(content, name), name);
    }

    private Path written(byte[] content, String name) {
        Path local = scratch(name);
        try {
            return Files.write(local, content);
        } catch (IOException e) {
            throw new UserError(
                    "Cannot write %s (%s); free space, mend its permissions or name another data directory with --data."
                            .formatted(local, e.getMessage()),
                    e);
        }
    }

    /// A new empty local path to make a file in, on the same file system as the local paths of the store's files.
    ///
    /// @param hint ends up in the path's name
    Path scratch(String hint);

    /// Whether a file of this name is there.
    boolean exists(String name);

    /// A local path to read the named file from.
    ///
    /// @throws UserError where it is not there
    Path local(String name);

    /// The names below a prefix, sorted; empty where there are none.
    List<String> list(String prefix);

    /// Removes a file; nothing happens where there is none.
    void delete(String name);

    /// The store in a folder of this one.
    ///
    /// @param folder a relative path with `/`
    /// @throws UserError where it cannot be made or written
    Store within(String folder);

    /// The store that has this one in its folder of this name; empty where this one does not lie in such a folder.
    ///
    /// @param folder a relative path with `/`
    Optional<Store> around(String folder);

    /// When a file was last published in a folder or removed from it, where the storage tells that for nothing; else
    /// empty.
    ///
    /// @param folder a relative path with `/`
    default Optional<Instant> changed(String folder) {
        return Optional.empty();
    }

    /// The folder below which all its local paths lie, those of files as those of scratch.
    Path folder();

    /// How a person would name this store.
    @Override
    String toString();
}
