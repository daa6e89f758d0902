package org.mxcensus.crawler.dns.real;

import java.nio.file.Path;
import java.util.List;

/// A tool that signs zone files.
interface FileSigner {

    /// @param folder for the zone's files alone
    Signed sign(Zone zone, Path folder);

    /// A signed zone, faults not yet included.
    ///
    /// @param lines of the zone file, a record each
    /// @param ds the data of its DS records
    record Signed(List<String> lines, List<String> ds) {}

    /// Writes the zone as it is to be served, signed where it is signed, with its fault.
    ///
    /// @return the data of its DS records
    static List<String> publish(Zone zone, FileSigner signer, Path folder, Path file) {
        if (!zone.isSigned()) {
            NameServer.write(file, zone.text());
            return List.of();
        }
        Signed signed = signer.sign(zone, folder);
        NameServer.write(file, String.join("\n", zone.fault().zone(signed.lines())) + "\n");
        return signed.ds();
    }
}
