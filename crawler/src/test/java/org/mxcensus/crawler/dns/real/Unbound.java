package org.mxcensus.crawler.dns.real;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// Unbound as a recursive resolver of the small internet.
///
/// @param servers of each zone; they are at ports that no delegation can tell
record Unbound(Path folder, Map<String, InetSocketAddress> servers, Mode mode) {

    /// What it does about DNSSEC.
    enum Mode {
        /// Validates, and says why something is bogus (RFC 8914).
        VALIDATING,
        /// Validates, and gives no reasons, as Unbound does unless told.
        TACITURN,
        /// Passes signatures on, and looks at none.
        PLAIN
    }

    Daemon start(String anchor) {
        NameServer.write(folder.resolve("anchor"), anchor);
        String program = RealServer.require("unbound").toString();
        return Daemon.atAFreeAddress(
                folder.resolve("log"),
                address -> List.of(
                        program, "-d", "-p", "-c", configuration(address).toString()),
                Unbound::answers);
    }

    private static boolean answers(InetSocketAddress address) {
        SimpleResolver impatient = new SimpleResolver(address);
        try {
            Message answer = impatient.send(Message.newQuery(Record.newRecord(Name.root, Type.NS, DClass.IN)));
            return answer.getRcode() == Rcode.NOERROR;
        } catch (IOException notYet) {
            return false;
        }
    }

    Path configuration(InetSocketAddress address) {
        return NameServer.write(
                folder.resolve("unbound.conf"),
                """
                server:
                  interface: %1$s
                  port: %2$d
                  username: ""
                  chroot: ""
                  directory: "%3$s"
                  pidfile: ""
                  use-syslog: no
                  do-not-query-localhost: no
                  do-daemonize: no
                  num-threads: 1
                  do-ip6: no
                  %4$s
                remote-control:
                  control-enable: no
                """.formatted(address.getAddress().getHostAddress(), address.getPort(), folder, dnssec())
                        + servers.entrySet().stream().map(Unbound::stub).collect(Collectors.joining()));
    }

    private String dnssec() {
        String anchor = "trust-anchor-file: \"" + folder.resolve("anchor") + "\"\n  ";
        return switch (mode) {
            case VALIDATING -> anchor + "module-config: \"validator iterator\"\n  ede: yes";
            case TACITURN -> anchor + "module-config: \"validator iterator\"";
            case PLAIN -> "module-config: \"iterator\"";
        };
    }

    private static String stub(Map.Entry<String, InetSocketAddress> server) {
        return """
                stub-zone:
                  name: "%s."
                  stub-addr: %s@%d
                """.formatted(
                        server.getKey(),
                        server.getValue().getAddress().getHostAddress(),
                        server.getValue().getPort());
    }
}
