package org.mxcensus.crawler.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.datasets.store.UserError;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// The keys that validation starts from: DS or DNSKEY records in zone file format.
final class TrustAnchors {
    private TrustAnchors() {}

    /// The file's anchors, or those of the root that come with the program.
    ///
    /// @throws UserError where the file cannot be read or holds no anchor
    static InputStream open(Optional<Path> file) {
        return file.map(TrustAnchors::read).orElseGet(ShippedAnchors::open);
    }

    private static InputStream read(Path file) {
        byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError("The trust anchor file " + file + " cannot be read; check the path.", e);
        }
        if (!holdsAnchor(text, file)) {
            throw new UserError("The trust anchor file " + file
                    + " holds neither a DS nor a DNSKEY record; give one in zone file format.");
        }
        return new ByteArrayInputStream(text);
    }

    private static boolean holdsAnchor(byte[] text, Path file) {
        try (Master master = new Master(new ByteArrayInputStream(text), Name.root, 0)) {
            for (Record r = master.nextRecord(); r != null; r = master.nextRecord()) {
                if (r.getType() == Type.DS || r.getType() == Type.DNSKEY) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException | IOException e) {
            throw new UserError(
                    "The trust anchor file " + file + " is not in zone file format: " + e.getMessage() + ".", e);
        }
    }
}
