package org.mxcensus.crawler.source;

import java.io.IOException;
import org.mxcensus.datasets.store.UserError;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Whether a zone file is whole, told by its last record where no line feed ends it.
///
/// A file that was cut nearly always ends in the middle of a line, and what is left of that line may still look like
/// a record; so this one record is read by every rule of its type.
final class LastRecord {
    private static final long ANY_TTL = 0;

    private LastRecord() {}

    /// @param hasRelativeTargets whether name servers before this record were written as relative names
    /// @throws UserError where the record is not whole
    static void check(String label, ZoneRecords record, boolean hasRelativeTargets) {
        if (!isWhole(record, hasRelativeTargets)) {
            throw new UserError("The zone file " + label + " is cut off: it ends in the middle of a record, in line "
                    + record.line() + "; get the file again, or end its last line where it is whole after all.");
        }
    }

    private static boolean isWhole(ZoneRecords record, boolean hasRelativeTargets) {
        return switch (record.kind()) {
            case MALFORMED -> false;
            case NS -> hasRelativeTargets || !record.hasRelativeTarget();
            case SOA, DS, SIGNATURE, OTHER -> parses(record.type(), record.data());
        };
    }

    private static boolean parses(String type, String data) {
        var number = Type.value(type);
        if (number < 0) {
            return true; // Of a type that dnsjava does not know nothing more can be told.
        }
        try {
            Record.fromString(Name.root, number, DClass.IN, ANY_TTL, data, Name.root);
            return true;
        } catch (IOException | RuntimeException e) {
            // A time that is none ends in an exception of its own.
            return false;
        }
    }
}
