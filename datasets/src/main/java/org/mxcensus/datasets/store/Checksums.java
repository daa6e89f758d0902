package org.mxcensus.datasets.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.mxcensus.datasets.records.Sha256;

/// Checksums of files.
public final class Checksums {

    private Checksums() {}

    /// The SHA-256 of a file's bytes, lower-case hexadecimal.
    ///
    /// @throws UserError where the file cannot be read
    public static String sha256(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = Sha256.digest();
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UserError(
                    "Cannot read %s (%s); check the path and its permissions.".formatted(file, e.getMessage()), e);
        }
    }
}
