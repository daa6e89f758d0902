package org.mxcensus.crawler.dns.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// NSD, with zones that ldns signed.
public final class Nsd implements NameServer {

    private final Path folder;
    private final List<Zone> zones = new ArrayList<>();

    Nsd(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<String> add(Zone zone) {
        zones.add(zone);
        return FileSigner.publish(zone, new LdnsSigner(), folder.resolve("keys-" + zone.name()), file(zone));
    }

    /// Serves the root as somebody else signed it.
    ///
    /// @param text its zone file
    public static Daemon ofRoot(Path folder, String text) {
        Nsd nsd = new Nsd(folder);
        Zone root = Zone.of("", Software.NSD, Algorithm.RSASHA256, Denial.NSEC);
        nsd.zones.add(root);
        NameServer.write(nsd.file(root), text);
        return nsd.start();
    }

    @Override
    public Daemon start() {
        String program = RealServer.require("nsd").toString();
        return Daemon.atAFreeAddress(
                folder.resolve("log"),
                address -> List.of(
                        program,
                        "-d",
                        "-c",
                        NameServer.write(folder.resolve("nsd.conf"), configuration(address))
                                .toString()),
                address -> NameServer.serves(address, zones));
    }

    private String configuration(InetSocketAddress address) {
        return """
                server:
                  ip-address: %s@%d
                  username: ""
                  chroot: ""
                  zonesdir: "%s"
                  database: ""
                  pidfile: ""
                  xfrdfile: "xfrd.state"
                  zonelistfile: "zone.list"
                  xfrdir: "."
                  server-count: 1
                remote-control:
                  control-enable: no
                """.formatted(address.getAddress().getHostAddress(), address.getPort(), folder)
                + zones.stream()
                        .map(zone -> "zone:\n  name: \"%s.\"\n  zonefile: \"%s\"\n".formatted(zone.name(), file(zone)))
                        .collect(Collectors.joining());
    }

    private Path file(Zone zone) {
        return folder.resolve("zone-" + zone.name());
    }
}
