package org.mxcensus.lab.dns;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneCut;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Writes the zones of a world as signed master files (RFC 1035 §5), so that other servers serve the very same world.
///
/// Broken signatures are in the files; other ways in which the lab's DNS fails (timeouts, SERVFAIL) are not.
public final class ZoneFiles {

    private final World world;
    private final Zones zones;

    /// @param smtpPort as for [DnsServer]
    public ZoneFiles(World world, DnsMaterial material, int smtpPort) {
        this.world = world;
        this.zones = new Zones(world, material, smtpPort);
    }

    /// Writes a file a zone, and `nsd-zones.conf`, which tells NSD of them all.
    ///
    /// @param folder made where it is missing; an [UncheckedIOException] says what could not be written
    /// @return the files by apex, the root's first
    public Map<String, Path> write(Path folder) {
        Map<String, Path> files = new LinkedHashMap<>();
        try {
            Files.createDirectories(folder);
            for (ZoneCut cut : inOrder()) {
                Path file = folder.resolve((cut.apex().equals(".") ? "root" : cut.apex()) + ".zone");
                write(zones.contents(cut), file);
                files.put(cut.apex(), file);
            }
            writeNsdConfiguration(files, folder.resolve("nsd-zones.conf"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the zones to " + folder, failure);
        }
        return files;
    }

    private List<ZoneCut> inOrder() {
        return world.cuts().all().stream()
                .sorted((one, other) -> Zones.name(one.apex()).compareTo(Zones.name(other.apex())))
                .toList();
    }

    private void write(ZoneContents zone, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            // RFC 1035 §5.2: a zone begins with its SOA.
            writeSet(out, zone.rrset(zone.apex(), Type.SOA).orElseThrow());
            for (Name owner : zone.owners()) {
                writeOwner(out, zone, owner);
            }
            for (Name server : serversBelowCuts(zone)) {
                for (int type : new int[] {Type.A, Type.AAAA}) {
                    writeGlue(out, server, type);
                }
            }
        }
    }

    private static void writeOwner(BufferedWriter out, ZoneContents zone, Name owner) throws IOException {
        for (int type : zone.types(owner)) {
            if (type != Type.SOA) {
                writeSet(out, zone.rrset(owner, type).orElseThrow());
            }
        }
        if (zone.isSigned()) {
            writeSet(out, zone.nsec(owner));
        }
    }

    /// RFC 1034 §4.2.1: who delegates to a server that lies below the cut tells its address too.
    private static Iterable<Name> serversBelowCuts(ZoneContents zone) {
        TreeSet<Name> servers = new TreeSet<>();
        for (Name owner : zone.owners()) {
            if (!owner.equals(zone.apex())) {
                zone.rrset(owner, Type.NS)
                        .ifPresent(set -> set.rrs().stream()
                                .map(record -> ((NSRecord) record).getTarget())
                                .filter(server -> server.subdomain(zone.apex()))
                                .filter(server -> !zone.has(server) || server.equals(owner))
                                .forEach(servers::add));
            }
        }
        return servers;
    }

    private void writeGlue(BufferedWriter out, Name server, int type) throws IOException {
        ZoneCut cut = zones.cutFor(server, type);
        for (Record record :
                zones.contents(cut).rrset(server, type).map(RRset::rrs).orElse(List.of())) {
            out.write(record.toString());
            out.write('\n');
        }
    }

    private static void writeSet(BufferedWriter out, RRset set) throws IOException {
        for (Record record : set.rrs()) {
            out.write(record.toString());
            out.write('\n');
        }
        for (Record signature : set.sigs()) {
            out.write(signature.toString());
            out.write('\n');
        }
    }

    private static void writeNsdConfiguration(Map<String, Path> files, Path configuration) throws IOException {
        StringBuilder text = new StringBuilder();
        files.forEach((apex, file) -> text.append("zone:\n  name: \"")
                .append(apex)
                .append("\"\n  zonefile: \"")
                .append(file.toAbsolutePath())
                .append("\"\n"));
        Files.writeString(configuration, text);
    }
}
