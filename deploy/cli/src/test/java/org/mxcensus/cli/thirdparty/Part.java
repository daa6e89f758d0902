package org.mxcensus.cli.thirdparty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A jar of somebody else that is shipped.
///
/// @param file its name, which holds its version
/// @param licence the SPDX identifiers under which it may be had, with ` or ` between them
/// @param sha256 of the file
record Part(String file, String licence, String sha256) {
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| `([0-9a-f]{64})` \\|");

    String row() {
        return "| `%s` | %s | `%s` |".formatted(file, licence, sha256);
    }

    /// @return empty where the line is no row of a part
    static Optional<Part> ofRow(String line) {
        Matcher row = ROW.matcher(line);
        return row.matches() ? Optional.of(new Part(row.group(1), row.group(2), row.group(3))) : Optional.empty();
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
