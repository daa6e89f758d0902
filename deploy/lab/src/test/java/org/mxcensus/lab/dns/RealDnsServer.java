package org.mxcensus.lab.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.mxcensus.ledger.Daemon;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// A real DNS server as a child process, at an address of its own.
record RealDnsServer(Daemon daemon) implements AutoCloseable {

    /// NSD with zone files that a lab wrote.
    static RealDnsServer nsd(Path program, Path folder, Path zones) {
        return start(folder, address -> {
            Path configuration = write(folder.resolve("nsd.conf"), """
                server:
                  ip-address: %s@%d
                  username: ""
                  chroot: ""
                  zonesdir: "%s"
                  database: ""
                  pidfile: "%s/nsd.pid"
                  xfrdfile: "%s/xfrd.state"
                  zonelistfile: "%s/zone.list"
                  xfrdir: "%s"
                  server-count: 1
                remote-control:
                  control-enable: no
                include: "%s/nsd-zones.conf"
                """.formatted(
                            ip(address), address.getPort(), zones, folder, folder, folder, folder, zones));
            return List.of(program.toString(), "-d", "-c", configuration.toString());
        });
    }

    /// Unbound that validates from a trust anchor and asks another server.
    static RealDnsServer unbound(Path program, Path folder, String trustAnchor, InetSocketAddress upstream) {
        return unbound(program, folder, trustAnchor, upstream, "");
    }

    /// The same, with settings that come first and so count where nothing else is said here.
    static RealDnsServer unbound(
            Path program, Path folder, String trustAnchor, InetSocketAddress upstream, String settings) {
        Path anchor = write(folder.resolve("anchor"), trustAnchor);
        return start(folder, address -> {
            Path configuration = write(
                    folder.resolve("unbound.conf"),
                    settings
                            + """
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
                  trust-anchor-file: "%s"
                  ede: yes
                  local-zone: "test." nodefault
                forward-zone:
                  name: "."
                  forward-addr: %s@%d
                remote-control:
                  control-enable: no
                """.formatted(
                                    ip(address), address.getPort(), folder, anchor, ip(upstream), upstream.getPort()));
            return List.of(program.toString(), "-d", "-p", "-c", configuration.toString());
        });
    }

    private static RealDnsServer start(Path folder, Function<InetSocketAddress, List<String>> command) {
        return new RealDnsServer(Daemon.atAFreeAddress(folder.resolve("log"), command, RealDnsServer::answers));
    }

    SimpleResolver resolver() {
        return resolver(address());
    }

    private static SimpleResolver resolver(InetSocketAddress address) {
        SimpleResolver resolver = new SimpleResolver(address);
        resolver.setEDNS(0, 1232, org.xbill.DNS.ExtendedFlags.DO, List.of());
        resolver.setTimeout(Duration.ofSeconds(20));
        return resolver;
    }

    InetSocketAddress address() {
        return daemon.address();
    }

    private static boolean answers(InetSocketAddress address) {
        SimpleResolver impatient = resolver(address);
        impatient.setTimeout(Duration.ofMillis(500));
        try {
            Message answer = impatient.send(Message.newQuery(Record.newRecord(Name.root, Type.SOA, DClass.IN)));
            return answer.getRcode() == Rcode.NOERROR;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String ip(InetSocketAddress address) {
        return address.getAddress().getHostAddress();
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
        daemon.close();
    }
}
