package org.mxcensus.crawler.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.DebianRoot;
import org.mxcensus.ledger.RealServer;

/// OpenSMTPD of a release: Debian 13's, or Debian 12's, whose separated private keys OpenSSL 3 does not find, so that
/// every handshake fails (OpenSMTPD's issues 1171 and 1239).
final class OpenSmtpd implements MailServer {

    static final String BROKEN = "bookworm";

    /// A listener has one key.
    static final Set<Setup> SETUPS = Set.copyOf(EnumSet.complementOf(EnumSet.of(Setup.BOTH, Setup.ONLY_TLS12_BOTH)));
    /// Debian 12's cannot choose versions.
    static final Set<Setup> OF_BROKEN = Set.of(Setup.ECDSA, Setup.RSA, Setup.WITHOUT_STARTTLS);

    private final Path folder;
    private final String release;
    private final Set<Setup> setups;

    OpenSmtpd(Path folder, String release) {
        this.folder = folder;
        this.release = release;
        this.setups = release.equals(BROKEN) ? OF_BROKEN : SETUPS;
    }

    @Override
    public Daemon start() {
        DebianRoot root = RealServer.unpack(folder.resolve("root"), release, "opensmtpd")
                .withUsers("opensmtpd", "opensmtpq")
                .folder("/var/lib/opensmtpd/empty")
                .folder("/var/spool/smtpd", "rwx--x--x")
                .folder("/var/run")
                // It wants to know whom to trust, though it asks no client for a certificate.
                .write("/etc/ssl/certs/ca-certificates.crt", Keys.pem("ecdsa.pem"));
        for (String file : Keys.BOTH.files()) {
            root.secret("/etc/" + file, Keys.pem(file));
        }
        return Daemon.atAFreeAddress(
                folder.resolve("smtpd.log"),
                address -> {
                    root.write("/etc/smtpd.conf", configuration(address));
                    return root.command("/usr/sbin/smtpd", "-d", "-v", "-f", "/etc/smtpd.conf");
                },
                address -> MailServer.listens(address, setups));
    }

    private String configuration(InetSocketAddress first) {
        return """
                pki "ecdsa.pem" cert "/etc/ecdsa.pem"
                pki "ecdsa.pem" key "/etc/ecdsa.pem"
                pki "rsa.pem" cert "/etc/rsa.pem"
                pki "rsa.pem" key "/etc/rsa.pem"
                action "nothing" relay
                match from any for domain "example.net" action "nothing"
                """
                + setups.stream()
                        .map(setup -> "listen on %s port %d %s hostname %s\n"
                                .formatted(
                                        first.getAddress().getHostAddress(),
                                        MailServer.at(first, setup).getPort(),
                                        setup.startTls() ? tls(setup) : "",
                                        Keys.HOST))
                        .collect(Collectors.joining());
    }

    private static String tls(Setup setup) {
        return "tls pki \"" + setup.keys().files().getFirst() + "\""
                + (setup.onlyTls12() ? " protocols \"tlsv1.2\"" : setup.onlyTls13() ? " protocols \"tlsv1.3\"" : "");
    }
}
