package org.mxcensus.crawler.source;

import org.mxcensus.datasets.store.UserError;

/// Watches the SOA records of a file pass by, which tell where a zone begins and, in a transfer, where it ends.
final class ZoneBounds {
    private final String label;
    private final NameBytes apex;
    private int seen;

    ZoneBounds(String label, NameBytes apex) {
        this.label = label;
        this.apex = apex;
    }

    /// Sees a SOA record.
    ///
    /// @throws UserError where it is another zone's
    void see(ZoneRecords record) {
        seen++;
        if (!record.owner().isSame(apex)) {
            throw new UserError("The zone file " + label + " holds more than one zone: " + shown(apex) + ", and "
                    + shown(record.owner()) + " from line " + record.line() + " on; give each in a file of its own.");
        }
    }

    /// Sees the end of the file. A transfer that was cut between two lines looks like any other file, but for this.
    ///
    /// @throws UserError where the file says that it is a transfer, and does not end as one
    void end(ZoneRecords zone) {
        if (zone.isTransfer() && seen < 2) {
            throw new UserError("The zone file " + label + " is not whole: it is a transfer by dig and lacks the SOA "
                    + "record that transfers end with; transfer the zone again.");
        }
    }

    private static String shown(NameBytes name) {
        return name.length() == 0 ? "." : name.toString();
    }
}
