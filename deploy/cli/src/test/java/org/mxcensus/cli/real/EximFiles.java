package org.mxcensus.cli.real;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mxcensus.lab.world.TlsSupport;
import org.mxcensus.ledger.DebianRoot;
import org.mxcensus.ledger.RealServer;

/// Configures Exim of Debian 13, with GnuTLS: one daemon that looks up by its own address who it is.
final class EximFiles {

    static final String PACKAGE = "exim4-daemon-light";
    private static final String USER = "Debian-exim";

    private EximFiles() {}

    /// @return its command line
    static List<String> write(Path folder, List<MailHost> hosts) {
        DebianRoot root = RealServer.unpack(folder, "trixie", PACKAGE)
                .withUsers(USER)
                .folder("/var/spool/exim4")
                .give(0, "/var/spool/exim4")
                .folder("/var/log/exim4")
                .give(0, "/var/log/exim4")
                .write("/etc/names", table(hosts, MailHost::name))
                .write("/etc/offers", table(hosts, host -> host.startTls() ? "*" : ""))
                .write(
                        "/etc/keys",
                        table(
                                hosts,
                                host -> host.files().stream()
                                        .map("/etc/"::concat)
                                        .collect(Collectors.joining(" : "))))
                .write("/etc/versions", table(hosts, host -> versions(host.support())))
                .write("/etc/exim.conf", configuration(hosts));
        for (MailHost host : hosts) {
            for (int i = 0; i < host.keys().size(); i++) {
                String file = "/etc/" + host.files().get(i);
                root.secret(file, host.keys().get(i)).give(0, file);
            }
        }
        return root.command("/usr/sbin/exim4", "-bdf", "-C", "/etc/exim.conf");
    }

    private static String configuration(List<MailHost> hosts) {
        return """
                primary_hostname = exim.lab.test
                smtp_active_hostname = %2$s
                spool_directory = /var/spool/exim4
                log_file_path = /var/log/exim4/%%slog
                pid_file_path = /var/spool/exim4/pid
                daemon_smtp_ports = %1$d
                local_interfaces = %3$s
                host_lookup =
                smtp_accept_max = 0
                rfc1413_query_timeout = 0s
                acl_smtp_rcpt = deny
                smtp_banner = $smtp_active_hostname ESMTP Exim $version_number
                tls_advertise_hosts = %4$s
                tls_certificate = %5$s
                tls_privatekey = %5$s
                tls_require_ciphers = %6$s
                """.formatted(
                        MailHost.PORT,
                        lookup("/etc/names"),
                        hosts.stream().map(MailHost::address).collect(Collectors.joining(" : ")),
                        lookup("/etc/offers"),
                        lookup("/etc/keys"),
                        lookup("/etc/versions"));
    }

    private static String table(List<MailHost> hosts, Function<MailHost, String> value) {
        return hosts.stream()
                .map(host -> host.address() + ": " + value.apply(host) + "\n")
                .collect(Collectors.joining());
    }

    private static String lookup(String file) {
        return "${lookup{$received_ip_address}lsearch{" + file + "}}";
    }

    /// GnuTLS's way to say which.
    private static String versions(TlsSupport support) {
        return switch (support) {
            case TLS_1_3 -> "NORMAL:-VERS-ALL:+VERS-TLS1.3";
            case TLS_1_2 -> "NORMAL:-VERS-ALL:+VERS-TLS1.2";
            default -> "NORMAL";
        };
    }
}
