package org.mxcensus.datasets.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.mxcensus.datasets.records.Sha256;

/// Checksums of files.
public final class Checksums {

    private Checksums() {}

    /// The SHA-256 of a file's bytes, lower-case hexadecimal.
    ///
    /// @throws UserError where the file cannot be read
    public static String sha256(Path file) {
        return HexFormat.of().formatHex(digest(file, Sha256.digest()));
    }

    /// The MD5 of a file's bytes in Base64, as HTTP's Content-MD5 has it (RFC 1864). It proves nothing to an enemy.
    ///
    /// @throws UserError where the file cannot be read
    public static String md5(Path file) {
        try {
            return Base64.getEncoder().encodeToString(digest(file, MessageDigest.getInstance("MD5")));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private static byte[] digest(Path file, MessageDigest digest) {
        try (InputStream bytes = Files.newInputStream(file)) {
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            return digest.digest();
        } catch (IOException e) {
            throw new UserError(
                    "Cannot read %s (%s); check the path and its permissions.".formatted(file, UserError.why(e)), e);
        }
    }
}
