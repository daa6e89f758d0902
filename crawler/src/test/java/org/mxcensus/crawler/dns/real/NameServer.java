package org.mxcensus.crawler.dns.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.mxcensus.ledger.Daemon;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// A server program and the zones that it serves.
interface NameServer {

    /// Makes a zone ready to be served: keys, signatures.
    ///
    /// @return the data of the DS records that the parent should publish; empty where it is not signed
    List<String> add(Zone zone);

    /// Serves what was added.
    Daemon start();

    /// @return the file
    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether all of these zones are there.
    static boolean serves(InetSocketAddress address, Collection<Zone> zones) {
        SimpleResolver impatient = new SimpleResolver(address);
        impatient.setEDNS(0, 1232, ExtendedFlags.DO, List.of());
        impatient.setTimeout(Duration.ofSeconds(2));
        return zones.stream().allMatch(zone -> serves(impatient, zone));
    }

    /// A server may take a zone without keys for an unsigned one.
    private static boolean serves(SimpleResolver resolver, Zone zone) {
        int least = zone.isSigned() && !zone.fault().isInTheFile() ? 2 : 1;
        try {
            Message answer = resolver.send(
                    Message.newQuery(Record.newRecord(Name.fromString(zone.name() + "."), Type.SOA, DClass.IN)));
            return answer.getRcode() == Rcode.NOERROR
                    && answer.getSection(Section.ANSWER).size() >= least;
        } catch (IOException notYet) {
            return false;
        }
    }
}
