package org.mxcensus.cli.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;
import org.xbill.DNS.Name;

/// The zones of a staging behind NSD, and Unbound as the validating resolver of this network.
record NameService(Daemon nsd, Daemon unbound) implements AutoCloseable {

    private static final int NSD_PORT = 5353;
    private static final int RESOLVER_PORT = 53;
    private static final int CLOSED_PORT = 1;

    static NameService start(Staging staging, Path folder) {
        Instant now = Instant.now();
        List<Zone> zones =
                StreamSupport.stream(staging.zones().spliterator(), false).toList();
        zones.forEach(zone -> write(file(folder, zone), zone.text(now)));
        write(
                folder.resolve("anchors"),
                zones.stream()
                        .filter(Zone::isSigned)
                        .map(zone -> zone.dnskey() + "\n")
                        .collect(Collectors.joining()));
        Path nsd = write(folder.resolve("nsd.conf"), nsd(folder, zones));
        Path unbound = write(folder.resolve("unbound.conf"), unbound(folder, staging, zones));
        return new NameService(
                Daemon.start(folder.resolve("nsd.log"), List.of(NSD_PORT), command("nsd", "-d", "-c", nsd.toString())),
                Daemon.start(
                        folder.resolve("unbound.log"),
                        List.of(RESOLVER_PORT),
                        command("unbound", "-d", "-p", "-c", unbound.toString())));
    }

    private static List<String> command(String program, String... arguments) {
        return Stream.concat(Stream.of(RealServer.require(program).toString()), Stream.of(arguments))
                .toList();
    }

    private static String nsd(Path folder, List<Zone> zones) {
        return """
                server:
                  ip-address: 127.0.0.1@%1$d
                  ip-address: %2$s@53
                  username: ""
                  chroot: ""
                  zonesdir: "%3$s"
                  database: ""
                  pidfile: ""
                  xfrdfile: "xfrd.state"
                  zonelistfile: "zone.list"
                  xfrdir: "."
                  server-count: 1
                remote-control:
                  control-enable: no
                """.formatted(NSD_PORT, Inside.NAME_SERVER, folder)
                + zones.stream()
                        .map(zone -> "zone:\n  name: \"%s\"\n  zonefile: \"%s\"\n"
                                .formatted(zone.apex(), file(folder, zone)))
                        .collect(Collectors.joining());
    }

    private static String unbound(Path folder, Staging staging, List<Zone> zones) {
        return """
                server:
                  interface: %s
                  port: %d
                  username: ""
                  chroot: ""
                  directory: "%s"
                  pidfile: ""
                  use-syslog: no
                  do-not-query-localhost: no
                  do-daemonize: no
                  num-threads: 1
                  do-ip6: no
                  module-config: "validator iterator"
                  trust-anchor-file: "anchors"
                  # Names of one zone may be others, with keys of their own.
                  aggressive-nsec: no
                  qname-minimisation: no
                """.formatted(OwnNetwork.RESOLVER, RESOLVER_PORT, folder)
                + staging.insecure().stream()
                        .map("  domain-insecure: \"%s\"\n"::formatted)
                        .collect(Collectors.joining())
                + "remote-control:\n  control-enable: no\n"
                + zones.stream().map(zone -> stub(zone.apex(), NSD_PORT)).collect(Collectors.joining())
                + staging.unreachable().stream()
                        .map(name -> stub(name, CLOSED_PORT))
                        .collect(Collectors.joining());
    }

    private static String stub(Name apex, int port) {
        return "stub-zone:\n  name: \"%s\"\n  stub-addr: 127.0.0.1@%d\n".formatted(apex, port);
    }

    private static Path file(Path folder, Zone zone) {
        return folder.resolve("zone-" + zone.apex());
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        unbound.close();
        nsd.close();
    }
}
