package org.mxcensus.cli.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mxcensus.cli.conformance.OwnNetwork;
import org.mxcensus.ledger.Daemon;

/// The zones of a world behind four kinds of name servers, and Unbound as the resolver, in the way of
/// `deploy/resolver`.
final class RealNames implements AutoCloseable {

    private static final int PORT = 53;
    private static final int FEW_MEGABYTES = 8;

    private final List<Daemon> daemons = new ArrayList<>();

    private RealNames() {}

    /// @param files the zones by apex
    /// @param trustAnchor of the root, as text
    static RealNames start(Path folder, Delegated delegated, Map<String, Path> files, String trustAnchor) {
        RealNames names = new RealNames();
        try {
            delegated
                    .shares(files)
                    .forEach((server, zones) -> names.daemons.add(
                            server.start(folder.resolve(server.name().toLowerCase(Locale.ROOT)), zones)));
            names.daemons.add(unbound(folder.resolve("unbound"), trustAnchor, FEW_MEGABYTES));
            return names;
        } catch (RuntimeException failure) {
            names.close();
            throw failure;
        }
    }

    /// @param megabytes of its cache of RRsets; that of messages has half of it
    static Daemon unbound(Path folder, String trustAnchor, int megabytes) {
        Path anchor = Tool.write(folder.resolve("anchor"), trustAnchor);
        Path hints =
                Tool.write(folder.resolve("hints"), """
                . 3600 IN NS %1$s.
                %1$s. 3600 IN A %2$s
                """.formatted(NameServer.NSD.host(), NameServer.NSD.address()));
        Path file = Tool.write(folder.resolve("unbound.conf"), """
                include: "%1$s"
                server:
                  interface: %2$s
                  port: %3$d
                  username: ""
                  chroot: ""
                  directory: "%4$s"
                  pidfile: ""
                  use-syslog: no
                  do-daemonize: no
                  num-threads: 1
                  msg-cache-size: %7$dm
                  rrset-cache-size: %8$dm
                  # What an internet that is all on loopback needs.
                  do-not-query-localhost: no
                  do-ip6: no
                  local-zone: "test." nodefault
                  root-hints: "%5$s"
                  trust-anchor-file: "%6$s"
                remote-control:
                  control-enable: no
                """.formatted(
                        Path.of("../resolver/census.conf").toAbsolutePath().normalize(),
                        OwnNetwork.RESOLVER,
                        PORT,
                        folder,
                        hints,
                        anchor,
                        megabytes / 2,
                        megabytes));
        return Daemon.startAt(
                folder.resolve("log"),
                List.of(new InetSocketAddress(OwnNetwork.RESOLVER, PORT)),
                Tool.command("unbound", "-d", "-p", "-c", file.toString()));
    }

    @Override
    public void close() {
        daemons.reversed().forEach(Daemon::close);
        daemons.clear();
    }
}
