package org.mxcensus.cli.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.ledger.Daemon;

/// The programs that mail hosts run, which take them in turn.
enum MailSoftware {
    POSTFIX,
    EXIM,
    OPENSMTPD,
    NGINX;

    /// Chains that GnuTLS does not send as they are: it sorts what it is given, and sends what links, 16 at most.
    private static final Set<CertificateKind> NOT_BY_GNUTLS =
            EnumSet.of(CertificateKind.SHUFFLED, CertificateKind.LONG_CHAIN, CertificateKind.MISSING_LINK);

    /// Whether it can be this host. A listener of OpenSMTPD has one key.
    boolean canBe(MailHost host) {
        return switch (this) {
            case POSTFIX, NGINX -> true;
            case EXIM -> !NOT_BY_GNUTLS.contains(host.certificate());
            case OPENSMTPD -> host.keys().size() == 1;
        };
    }

    /// Starts it once for all these hosts.
    ///
    /// @param folder for all that it needs
    Daemon start(Path folder, List<MailHost> hosts) {
        List<String> command = switch (this) {
            case POSTFIX -> PostfixFiles.write(folder, hosts);
            case EXIM -> EximFiles.write(folder, hosts);
            case OPENSMTPD -> OpenSmtpdFiles.write(folder, hosts);
            case NGINX -> NginxFiles.mail(folder, hosts);
        };
        return Daemon.startAt(
                folder.resolve("log"),
                hosts.stream()
                        .map(host -> new InetSocketAddress(host.address(), MailHost.PORT))
                        .toList(),
                command);
    }
}
