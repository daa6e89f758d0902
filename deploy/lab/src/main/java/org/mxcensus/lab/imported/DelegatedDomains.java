package org.mxcensus.lab.imported;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.mxcensus.datasets.store.UserError;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// What a zone file delegates, read in one go with dnsjava: for zones that fit into memory.
///
/// @param apex the zone
/// @param nameservers of each delegation, in the file's order
/// @param signed the delegations with DS records
record DelegatedDomains(String apex, Map<String, Set<String>> nameservers, Set<String> signed) {

    static DelegatedDomains read(Path zoneGz) {
        Map<String, Set<String>> nameservers = new LinkedHashMap<>();
        Set<String> signed = new TreeSet<>();
        String apex = "";
        try (InputStream in = new GZIPInputStream(Files.newInputStream(zoneGz));
                Master zone = new Master(in, Name.root, 3600)) {
            for (Record record = zone.nextRecord(); record != null; record = zone.nextRecord()) {
                String owner = text(record.getName());
                switch (record.getType()) {
                    case Type.SOA -> apex = owner;
                    case Type.NS ->
                        nameservers
                                .computeIfAbsent(owner, any -> new TreeSet<>())
                                .add(text(((NSRecord) record).getTarget()));
                    case Type.DS -> signed.add(owner);
                    default -> {}
                }
            }
        } catch (IOException failure) {
            throw new UserError("The zone file " + zoneGz + " cannot be read (" + UserError.why(failure)
                    + "): check that it exists, is compressed with gzip and is whole.");
        }
        nameservers.remove(apex);
        return new DelegatedDomains(apex, nameservers, signed);
    }

    private static String text(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
