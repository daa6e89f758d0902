package org.mxcensus.cli.real;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.mxcensus.lab.world.TlsSupport;
import org.mxcensus.ledger.DebianRoot;
import org.mxcensus.ledger.RealServer;

/// Configures OpenSMTPD of Debian 13: a listener an address.
final class OpenSmtpdFiles {

    static final String PACKAGE = "opensmtpd";

    private OpenSmtpdFiles() {}

    /// @return its command line
    static List<String> write(Path folder, List<MailHost> hosts) {
        DebianRoot root = RealServer.unpack(folder, "trixie", PACKAGE)
                .withUsers("opensmtpd", "opensmtpq")
                .folder("/var/lib/opensmtpd/empty")
                .folder("/var/spool/smtpd", "rwx--x--x")
                .folder("/var/run")
                // It wants to know whom to trust, though it asks no client for a certificate.
                .write(
                        "/etc/ssl/certs/ca-certificates.crt",
                        hosts.getFirst().keys().getFirst())
                .write("/etc/smtpd.conf", configuration(hosts));
        hosts.forEach(host -> root.secret(key(host), host.keys().getFirst()));
        return root.command("/usr/sbin/smtpd", "-d", "-v", "-f", "/etc/smtpd.conf");
    }

    private static String configuration(List<MailHost> hosts) {
        return hosts.stream()
                        .filter(MailHost::offersStartTls)
                        .map(host -> "pki \"%1$s\" cert \"%2$s\"\npki \"%1$s\" key \"%2$s\"\n"
                                .formatted(host.address(), key(host)))
                        .collect(Collectors.joining())
                + """
                action "nothing" relay
                match from any for domain "lab.test" action "nothing"
                """
                + hosts.stream()
                        .map(host -> "listen on %s port %d %s hostname %s\n"
                                .formatted(host.address(), MailHost.PORT, tls(host), host.name()))
                        .collect(Collectors.joining());
    }

    private static String tls(MailHost host) {
        String pki = "tls pki \"" + host.address() + "\"";
        return host.offersStartTls() ? pki + versions(host.tls().support()) : "";
    }

    private static String versions(TlsSupport support) {
        return switch (support) {
            case TLS_1_3 -> " protocols \"tlsv1.3\"";
            case TLS_1_2 -> " protocols \"tlsv1.2\"";
            default -> "";
        };
    }

    private static String key(MailHost host) {
        return "/etc/" + host.files().getFirst();
    }
}
