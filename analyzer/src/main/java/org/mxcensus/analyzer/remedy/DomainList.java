package org.mxcensus.analyzer.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mxcensus.datasets.store.UserError;

/// A CSV file for the domains behind figures. The database writes it row by row; nobody holds all names.
public record DomainList(Path file) {

    /// Where a list is to be written; nothing is written yet.
    ///
    /// @throws UserError where no file can be there
    public static DomainList in(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError("--list cannot write %s, since there is no folder %s; make it, or name another file."
                    .formatted(file, folder));
        }
        if (Files.isDirectory(file)) {
            throw new UserError("--list cannot write %s, since that is a folder; name a file in it.".formatted(file));
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new UserError("--list may not write %s; mend its permissions, or name another file.".formatted(file));
        }
        return new DomainList(file);
    }

    /// Takes what a file has that was made elsewhere, and consumes the file.
    ///
    /// @throws UserError where the list cannot be written
    void take(Path made) {
        try (OutputStream out = Files.newOutputStream(file)) {
            Files.copy(made, out);
            Files.delete(made);
        } catch (IOException e) {
            throw new UserError(
                    "--list cannot write %s (%s); free space, or name another file.".formatted(file, e.getMessage()),
                    e);
        }
    }
}
