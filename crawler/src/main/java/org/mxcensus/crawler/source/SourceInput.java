package org.mxcensus.crawler.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mxcensus.datasets.store.UserError;

/// An input as the user gave it.
///
/// @param label what the user calls it: the path, or `-`
/// @param file where its bytes lie
/// @param name the name that the user gives to the source, where one is given
/// @param isSpooled whether the file is a copy of standard input and is to be removed
/// @param sample the part of its domains that is to be taken; empty for all
public record SourceInput(String label, Path file, Optional<String> name, boolean isSpooled, Optional<Sample> sample) {
    private static final String STANDARD_INPUT = "-";
    // A source's name stands in tables, addresses and file names.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    public SourceInput {
        name.filter(given -> !NAME.matcher(given).matches()).ifPresent(given -> {
            throw new UserError("The source name \"" + given
                    + "\" cannot be used: give up to 63 small letters, digits, dots, hyphens and underscores.");
        });
    }

    public static SourceInput of(Path file) {
        return new SourceInput(file.toString(), file, Optional.empty(), false, Optional.empty());
    }

    /// Takes an argument of the command line. Standard input is set aside in a file, since inputs are read twice.
    ///
    /// @param argument a path, or `-` for standard input
    /// @param name the name for the source, where one is given
    /// @param spool the folder for the copy of standard input; made where it is missing
    /// @throws UserError where the name cannot be used or the copy cannot be written
    public static SourceInput of(String argument, Optional<String> name, Path spool, InputStream standardInput) {
        if (!argument.equals(STANDARD_INPUT)) {
            return new SourceInput(argument, Path.of(argument), name, false, Optional.empty());
        }
        try {
            Files.createDirectories(spool);
            var copy = Files.createTempFile(spool, "stdin-", ".input");
            Files.copy(standardInput, copy, StandardCopyOption.REPLACE_EXISTING);
            return new SourceInput(argument, copy, name, true, Optional.empty());
        } catch (IOException e) {
            throw new UserError(
                    "Standard input cannot be set aside in " + spool + " (" + e.getMessage()
                            + "): give a --data folder that can be written and has room.",
                    e);
        }
    }

    /// The same input, of which only a sample is to be taken.
    public SourceInput sampled(Sample part) {
        return new SourceInput(label, file, name, isSpooled, Optional.of(part));
    }

    Lines open() {
        return new Lines(label, InputBytes.open(label, file, false));
    }

    /// For the reading that tells the file's digest.
    Lines openDigested() {
        return new Lines(label, InputBytes.open(label, file, true));
    }

    /// Opens a text of lines that are no zone and no list.
    ///
    /// @param longest how many bytes a line may have
    public Lines open(int longest) {
        return new Lines(label, InputBytes.open(label, file, false), longest);
    }

    /// The same, for the reading that tells the file's digest.
    public Lines openDigested(int longest) {
        return new Lines(label, InputBytes.open(label, file, true), longest);
    }

    ZoneRecords records() {
        return new ZoneRecords(label, open());
    }

    /// For the reading that tells the file's digest.
    ZoneRecords recordsDigested() {
        return new ZoneRecords(label, openDigested());
    }

    /// The name for a list that was given none: its file's name without the endings that say how it is written.
    public String nameOfFile() {
        if (isSpooled) {
            return "stdin";
        }
        var stem = file.getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(\\.(txt|csv|tsv|list|lst|gz|zst|zstd))+$", "");
        var name = stem.replaceAll("[^a-z0-9._-]", "-").replaceFirst("^[._-]+", "");
        return name.isEmpty() ? "list" : name.substring(0, Math.min(name.length(), 63));
    }

    /// Size and time of the file, to see that it stays the same between the readings.
    String stamp() {
        try {
            return Files.size(file) + " bytes of " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "gone";
        }
    }

    /// @throws UserError where the file is no longer as it was
    void requireUnchanged(String stamp) {
        if (!stamp.equals(stamp())) {
            throw new UserError("The input " + label + " changed while it was read: try again when it is complete.");
        }
    }

    /// Removes the copy of standard input; nothing happens where there is none.
    public void remove() {
        if (isSpooled) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
