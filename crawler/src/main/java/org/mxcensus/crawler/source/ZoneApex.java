package org.mxcensus.crawler.source;

import java.util.OptionalLong;
import org.mxcensus.datasets.store.UserError;

/// Whose zone a file holds, and which version of it.
///
/// @param name the owner of the SOA record, else the first `$ORIGIN`; empty for the root
/// @param serial of the SOA record (RFC 1035 §3.3.13); empty where there is none
record ZoneApex(NameBytes name, OptionalLong serial) {
    private static final int SERIAL = 2;

    /// Looks for the SOA record, which nearly every zone file begins with.
    ///
    /// @throws UserError where nothing tells the zone's name
    static ZoneApex find(SourceInput input) {
        try (var records = input.records()) {
            while (records.next()) {
                if (records.kind() == RecordKind.SOA) {
                    return new ZoneApex(records.owner(), serial(records.data()));
                }
            }
            if (records.firstOrigin().fault().isEmpty()) {
                return new ZoneApex(records.firstOrigin(), OptionalLong.empty());
            }
        }
        throw new UserError(
                "The zone file " + input.label() + " does not tell whose zone it is, having neither a SOA record "
                        + "with a full name nor an $ORIGIN: put a line like $ORIGIN nl. at its top.");
    }

    /// The name of a source that holds this zone.
    String sourceName() {
        var text = name.toString();
        return text.isEmpty() ? "root" : text;
    }

    private static OptionalLong serial(String data) {
        var fields = data.split("\\s+");
        return fields.length > SERIAL && fields[SERIAL].matches("\\d{1,10}")
                ? OptionalLong.of(Long.parseLong(fields[SERIAL]))
                : OptionalLong.empty();
    }
}
