package org.mxcensus.crawler.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.DebianRoot;
import org.mxcensus.ledger.RealServer;

/// Exim of Debian 13, with GnuTLS. It drops root for a user of its own, and takes a configuration from nobody but root.
final class Exim implements MailServer {

    static final Set<Setup> SETUPS = Set.copyOf(EnumSet.allOf(Setup.class));

    private final Path folder;

    Exim(Path folder) {
        this.folder = folder;
    }

    @Override
    public Daemon start() {
        DebianRoot root = RealServer.unpack(folder.resolve("root"), "trixie", "exim4-daemon-light")
                .withUsers("Debian-exim")
                .folder("/var/spool/exim4")
                .give(0, "/var/spool/exim4")
                .folder("/var/log/exim4")
                .give(0, "/var/log/exim4");
        for (String file : Keys.BOTH.files()) {
            root.secret("/etc/" + file, Keys.pem(file)).give(0, "/etc/" + file);
        }
        return Daemon.atAFreeAddress(
                folder.resolve("exim.log"),
                address -> {
                    root.write("/etc/exim.conf", configuration(address));
                    return root.command("/usr/sbin/exim4", "-bdf", "-C", "/etc/exim.conf");
                },
                address -> MailServer.listens(address, SETUPS));
    }

    private String configuration(InetSocketAddress first) {
        return """
                primary_hostname = %1$s
                spool_directory = /var/spool/exim4
                log_file_path = /var/log/exim4/%%slog
                pid_file_path = /var/spool/exim4/pid
                daemon_smtp_ports = 25
                local_interfaces = <; %2$s
                host_lookup =
                rfc1413_query_timeout = 0s
                acl_smtp_rcpt = deny
                smtp_banner = $smtp_active_hostname ESMTP Exim $version_number
                tls_advertise_hosts = %3$s
                tls_certificate = %4$s
                tls_privatekey = %4$s
                tls_require_ciphers = %5$s
                """.formatted(
                        Keys.HOST,
                        SETUPS.stream()
                                .map(setup -> "[%s]:%d"
                                        .formatted(
                                                first.getAddress().getHostAddress(),
                                                MailServer.at(first, setup).getPort()))
                                .collect(Collectors.joining(" ; ")),
                        byPort(first, setup -> setup.startTls() ? "*" : ""),
                        byPort(
                                first,
                                setup -> setup.keys().files().stream()
                                        .map("/etc/"::concat)
                                        .collect(Collectors.joining(":"))),
                        byPort(first, Exim::priorities));
    }

    /// GnuTLS's way to say which versions.
    private static String priorities(Setup setup) {
        return setup.onlyTls12()
                ? "NORMAL:-VERS-ALL:+VERS-TLS1.2"
                : setup.onlyTls13() ? "NORMAL:-VERS-ALL:+VERS-TLS1.3" : "NORMAL";
    }

    /// An option whose value depends on the port, in Exim's language.
    private String byPort(InetSocketAddress first, Function<Setup, String> value) {
        return SETUPS.stream()
                .map(setup -> "${if eq{$received_port}{%d}{%s}}"
                        .formatted(MailServer.at(first, setup).getPort(), value.apply(setup)))
                .collect(Collectors.joining());
    }
}
