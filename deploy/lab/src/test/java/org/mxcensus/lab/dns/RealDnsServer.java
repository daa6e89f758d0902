package org.mxcensus.lab.dns;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// A real DNS server as a child process, at a free port of 127.0.0.1.
final class RealDnsServer implements AutoCloseable {

    private final Process process;
    private final InetSocketAddress address;

    private RealDnsServer(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /// NSD with zone files that a lab wrote.
    static RealDnsServer nsd(Path program, Path folder, Path zones) throws IOException {
        int port = freePort();
        Path configuration = Files.writeString(
                folder.resolve("nsd.conf"), """
                server:
                  ip-address: 127.0.0.1@%d
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
                """.formatted(port, zones, folder, folder, folder, folder, zones));
        return start(folder, port, program.toString(), "-d", "-c", configuration.toString());
    }

    /// Unbound that validates from a trust anchor and asks a server at another port of 127.0.0.1.
    static RealDnsServer unbound(Path program, Path folder, String trustAnchor, int upstream) throws IOException {
        int port = freePort();
        Path anchor = Files.writeString(folder.resolve("anchor"), trustAnchor);
        Path configuration =
                Files.writeString(folder.resolve("unbound.conf"), """
                server:
                  interface: 127.0.0.1
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
                  forward-addr: 127.0.0.1@%d
                remote-control:
                  control-enable: no
                """.formatted(port, folder, anchor, upstream));
        return start(folder, port, program.toString(), "-d", "-p", "-c", configuration.toString());
    }

    private static RealDnsServer start(Path folder, int port, String... command) throws IOException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RealDnsServer server =
                new RealDnsServer(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        try {
            Awaitility.await(String.join(" ", command))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !process.isAlive() || server.answers());
        } catch (RuntimeException | Error failure) {
            server.close();
            throw failure;
        }
        if (!process.isAlive()) {
            throw new IllegalStateException(command[0] + " gave up: " + Files.readString(log));
        }
        return server;
    }

    SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(address);
        resolver.setEDNS(0, 1232, org.xbill.DNS.ExtendedFlags.DO, List.of());
        resolver.setTimeout(Duration.ofSeconds(20));
        return resolver;
    }

    int port() {
        return address.getPort();
    }

    private boolean answers() {
        SimpleResolver impatient = resolver();
        impatient.setTimeout(Duration.ofMillis(500));
        try {
            Message answer = impatient.send(Message.newQuery(Record.newRecord(Name.root, Type.SOA, DClass.IN)));
            return answer.getRcode() == Rcode.NOERROR;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
