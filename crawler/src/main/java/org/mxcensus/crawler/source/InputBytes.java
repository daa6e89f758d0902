package org.mxcensus.crawler.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.store.UserError;

/// The text of one input file: gzip and zstd are unpacked, by their first bytes and not by the file's name.
final class InputBytes implements AutoCloseable {
    private static final int BLOCK = 1 << 18;
    private static final int LONGEST_MAGIC = 6;
    private static final int LARGEST_ZSTD_WINDOW = 31;

    private final String label;
    private final Raw raw;
    private final Compression compression;
    private final InputStream text;

    private InputBytes(String label, Raw raw, Compression compression, InputStream text) {
        this.label = label;
        this.raw = raw;
        this.compression = compression;
        this.text = text;
    }

    /// Opens a file.
    ///
    /// @param label how the user calls it
    /// @param isDigested whether [#sha256] will be asked for; it costs a seventh of all
    /// @throws UserError where it cannot be read
    static InputBytes open(String label, Path file, boolean isDigested) {
        if (Files.isDirectory(file)) {
            throw new UserError("The input " + label + " is a folder: give the files in it.");
        }
        try {
            var raw = new Raw(Files.newInputStream(file), isDigested);
            var buffered = new BufferedInputStream(raw, BLOCK);
            buffered.mark(LONGEST_MAGIC);
            var magic = buffered.readNBytes(LONGEST_MAGIC);
            buffered.reset();
            var compression = Compression.of(label, magic);
            return new InputBytes(label, raw, compression, unpack(label, compression, buffered));
        } catch (NoSuchFileException e) {
            throw new UserError("The input " + label + " does not exist: give the path of a zone file or of a list of "
                    + "domains, or - for standard input.");
        } catch (AccessDeniedException e) {
            throw new UserError("The input " + label + " may not be read by this user: change its permissions.");
        } catch (IOException e) {
            throw new UserError(
                    "The input " + label + " cannot be read (" + e.getMessage() + "): check the disk it is on.", e);
        }
    }

    /// Reads some of the text.
    ///
    /// @param line the number of the line being read, for the sentence that may follow
    /// @return how many bytes came, negative at the end
    int read(byte[] into, int offset, int length, long line) {
        try {
            return text.read(into, offset, length);
        } catch (IOException e) {
            if (raw.hasFailed || compression == Compression.NONE) {
                throw new UserError(
                        "The input " + label + " cannot be read after line " + line + " (" + e.getMessage()
                                + "): check the disk it is on.",
                        e);
            }
            throw new UserError(
                    "The input " + label + " is damaged or cut off: its " + compression.shown()
                            + " data break after line " + line + "; get the file again.",
                    e);
        }
    }

    /// SHA-256 of the file as it lies on the disk, lower-case hexadecimal. Reads what was not read yet.
    String sha256() {
        if (!raw.isDigested) {
            throw new IllegalStateException("opened without a digest");
        }
        try {
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UserError(
                    "The input " + label + " cannot be read to its end (" + e.getMessage()
                            + "): check the disk it is on.",
                    e);
        }
        return HexFormat.of().formatHex(raw.digest.digest());
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            // All that was needed has been read.
        }
    }

    private static InputStream unpack(String label, Compression compression, InputStream packed) throws IOException {
        try {
            return switch (compression) {
                case NONE -> packed;
                case GZIP -> new GZIPInputStream(packed, BLOCK);
                case ZSTD -> new ZstdInputStream(packed).setLongMax(LARGEST_ZSTD_WINDOW);
            };
        } catch (IOException e) {
            throw new UserError(
                    "The input " + label + " is damaged or cut off: its " + compression.shown()
                            + " data break at their very beginning; get the file again.",
                    e);
        }
    }

    /// The bytes on the disk, with their digest.
    private static final class Raw extends FilterInputStream {
        private final MessageDigest digest = Sha256.digest();
        private final boolean isDigested;
        private boolean hasFailed;

        Raw(InputStream in, boolean isDigested) {
            super(in);
            this.isDigested = isDigested;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                var count = super.read(into, offset, length);
                if (isDigested && count > 0) {
                    digest.update(into, offset, count);
                }
                return count;
            } catch (IOException e) {
                hasFailed = true;
                throw e;
            }
        }
    }
}
