package org.mxcensus.cli.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.ZoneCuts;
import org.mxcensus.ledger.Daemon;

/// Who serves zones, and where. The first has the root and the top-level domains, the others all below.
enum NameServer {
    NSD(ZoneCuts.DEFAULT_NAMESERVER, "127.0.53.1"),
    KNOT("knot.lab.test", "127.0.53.2"),
    BIND("bind.lab.test", "127.0.53.3"),
    POWERDNS("powerdns.lab.test", "127.0.53.4");

    private static final int PORT = 53;

    private final String host;
    private final String address;

    NameServer(String host, String address) {
        this.host = host;
        this.address = address;
    }

    /// As a name of the world.
    String host() {
        return host;
    }

    String address() {
        return address;
    }

    /// Its line of a world: a name with an address, where no mail server is.
    HostSpec spec() {
        return HostSpec.of(host).withSigned(true).withAddresses(address).withSmtp(SmtpBehaviour.REFUSED);
    }

    /// Serves zones from their files.
    ///
    /// @param folder for what it writes
    /// @param zones by their apexes
    Daemon start(Path folder, Map<String, Path> zones) {
        NameServerFiles files = new NameServerFiles(folder, address, zones);
        List<String> command = switch (this) {
            case NSD -> files.nsd();
            case KNOT -> files.knot();
            case BIND -> files.bind();
            case POWERDNS -> files.powerDns();
        };
        return Daemon.startAt(folder.resolve("log"), List.of(new InetSocketAddress(address, PORT)), command);
    }
}
