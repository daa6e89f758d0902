package org.mxcensus.crawler.dns.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// BIND's named, with zones that BIND's own tool signed.
final class Bind implements NameServer {

    private final Path folder;
    private final List<Zone> zones = new ArrayList<>();

    Bind(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<String> add(Zone zone) {
        zones.add(zone);
        return FileSigner.publish(zone, new BindSigner(), folder.resolve("keys-" + zone.name()), file(zone));
    }

    @Override
    public Daemon start() {
        String program = RealServer.require("named").toString();
        return Daemon.atAFreePort(
                folder.resolve("log"),
                address -> List.of(
                        program,
                        "-g",
                        "-n",
                        "1",
                        "-c",
                        NameServer.write(folder.resolve("named.conf"), configuration(address))
                                .toString()),
                address -> NameServer.serves(address, zones));
    }

    private String configuration(InetSocketAddress address) {
        return """
                options {
                  directory "%1$s";
                  listen-on port %3$d { %2$s; };
                  listen-on-v6 { none; };
                  pid-file none;
                  session-keyfile "%1$s/session.key";
                  lock-file none;
                  recursion no;
                  dnssec-validation no;
                  notify no;
                  check-names primary ignore;
                };
                controls { };
                """.formatted(folder, address.getAddress().getHostAddress(), address.getPort())
                + zones.stream()
                        .map(zone -> "zone \"%s\" { type primary; file \"%s\"; };\n".formatted(zone.name(), file(zone)))
                        .collect(Collectors.joining());
    }

    private Path file(Zone zone) {
        return folder.resolve("zone-" + zone.name());
    }
}
