package org.mxcensus.crawler.source;

import java.io.IOException;
import java.util.Locale;
import org.mxcensus.datasets.records.Excerpt;
import org.mxcensus.datasets.store.UserError;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// The resource records of a master file (RFC 1035 §5.1), one at a time.
///
/// Only what the frame needs is looked at: the owner, the type, and the data of SOA, NS and DS.
final class ZoneRecords implements AutoCloseable {
    private final String label;
    private final Lines lines;
    private final RecordText text;
    private final RecordHeader header;
    private final NameBytes origin = new NameBytes();
    private final NameBytes firstOrigin = new NameBytes();
    private final NameBytes given = new NameBytes();
    private final NameBytes owner = new NameBytes();
    private final NameBytes target = new NameBytes();

    private RecordKind kind = RecordKind.OTHER;
    private String reason = "";
    private int dataStart;
    private boolean hasRelativeTarget;

    ZoneRecords(String label, Lines lines) {
        this.label = label;
        this.lines = lines;
        this.text = new RecordText(label, lines);
        this.header = new RecordHeader(text);
        origin.fail("a relative name and no $ORIGIN before it");
        firstOrigin.fail("no $ORIGIN");
        owner.fail("no owner name before it");
    }

    /// Goes to the next record or malformed line.
    ///
    /// @return whether there is one
    /// @throws UserError where the file is not whole, or needs another file
    boolean next() {
        while (lines.next()) {
            if (!text.take()) {
                continue;
            }
            reason = text.fault();
            if (!reason.isEmpty()) {
                kind = RecordKind.MALFORMED;
                return true;
            }
            if (text.first() != '$') {
                kind = record();
                return true;
            }
            reason = directive();
            if (!reason.isEmpty()) {
                kind = RecordKind.MALFORMED;
                return true;
            }
        }
        return false;
    }

    RecordKind kind() {
        return kind;
    }

    /// The line that the record begins in.
    long line() {
        return text.line();
    }

    /// The number of lines up to the end of the record.
    long lines() {
        return lines.number();
    }

    /// Whether this is the end of the file and no line feed stands there.
    boolean isUnterminated() {
        return !lines.isTerminated();
    }

    /// Whether the file says so far that it is a zone transfer, with the SOA record at both ends (RFC 5936 §2.2).
    boolean isTransfer() {
        return text.isTransfer();
    }

    /// Why this is no record.
    String reason() {
        return reason;
    }

    NameBytes owner() {
        return owner;
    }

    /// The origin that the file names first; a fault where it names none.
    NameBytes firstOrigin() {
        return firstOrigin;
    }

    /// The name server of an NS record.
    NameBytes target() {
        text.rewind(dataStart);
        var from = text.token();
        target.set(text.bytes(), from, text.position(), origin);
        return target;
    }

    /// Whether the name server of an NS record is written as a relative name.
    boolean hasRelativeTarget() {
        return hasRelativeTarget;
    }

    String type() {
        return header.type();
    }

    /// The record's data as written, on one line.
    String data() {
        return text.string(dataStart, text.end()).strip();
    }

    /// SHA-256 of the file.
    String sha256() {
        return lines.sha256();
    }

    @Override
    public void close() {
        lines.close();
    }

    private RecordKind record() {
        if (!text.beginsWithSpace()) {
            var from = text.token();
            owner.set(text.bytes(), from, text.position(), origin);
        }
        var found = header.read();
        if (found == RecordKind.MALFORMED) {
            return malformed(header.reason());
        }
        dataStart = text.position();
        if (text.isAtEnd()) {
            return malformed("a record without data");
        }
        return switch (found) {
            case NS -> isPlain(Type.NS) ? checkNs() : RecordKind.MALFORMED;
            case SOA -> isPlain(Type.SOA) ? checkOwner(found) : RecordKind.MALFORMED;
            case DS -> checkOwner(found);
            case SIGNATURE, OTHER, MALFORMED -> found;
        };
    }

    /// Generic data (RFC 3597 §5) of a type that is looked into is brought into the type's own form.
    private boolean isPlain(int type) {
        if (text.first() != '\\' || !data().startsWith("\\#")) {
            return true;
        }
        try {
            text.replace(Record.fromString(Name.root, type, DClass.IN, 0, data(), Name.root)
                    .rdataToString());
            dataStart = 0;
            return true;
        } catch (IOException e) {
            malformed("no generic data: " + Excerpt.of(data()));
            return false;
        }
    }

    private RecordKind checkNs() {
        text.token();
        hasRelativeTarget = text.bytes()[text.position() - 1] != '.';
        text.skipSpace();
        return text.isAtEnd()
                ? checkOwner(RecordKind.NS)
                : malformed("more than one name in an NS record: " + Excerpt.of(data()));
    }

    private RecordKind checkOwner(RecordKind found) {
        return owner.fault().isEmpty() ? found : malformed(owner.fault());
    }

    private RecordKind malformed(String why) {
        reason = why;
        return RecordKind.MALFORMED;
    }

    /// Obeys a line that begins with `$`; gives what is wrong with it, if anything.
    private String directive() {
        var name = text.string(text.token(), text.position()).toUpperCase(Locale.ROOT);
        text.skipSpace();
        var from = text.token();
        var to = text.position();
        return switch (name) {
            case "$ORIGIN" -> {
                if (from == to) {
                    yield "$ORIGIN without a name";
                }
                // It may be relative to the one before it.
                given.set(text.bytes(), from, to, origin);
                origin.copy(given);
                if (!firstOrigin.fault().isEmpty()) {
                    firstOrigin.copy(given);
                }
                yield origin.fault();
            }
            case "$TTL" -> ""; // RFC 2308 §4; of no use here
            case "$INCLUDE", "$GENERATE" ->
                throw new UserError("The zone file " + label + " uses " + name + " in line " + text.line()
                        + ", which is not followed here: write the zone out first, for instance with "
                        + "named-compilezone -o FILE ZONE " + label + ".");
            default -> "no directive of zone files: " + Excerpt.of(name);
        };
    }
}
