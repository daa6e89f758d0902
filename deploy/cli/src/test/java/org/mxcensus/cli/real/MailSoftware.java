package org.mxcensus.cli.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.TlsSpec;
import org.mxcensus.lab.world.TlsSupport;
import org.mxcensus.ledger.Daemon;

/// The programs that mail hosts run, which take them in turn.
enum MailSoftware {
    POSTFIX,
    EXIM,
    OPENSMTPD,
    NGINX;

    /// What needs no rule that turns clients away.
    private static final Set<SmtpBehaviour> SPOKEN = EnumSet.of(SmtpBehaviour.STARTTLS, SmtpBehaviour.PLAIN);

    /// Chains that GnuTLS does not send as they are: it sorts what it is given, and sends what links, 16 at most.
    private static final Set<CertificateKind> NOT_BY_GNUTLS =
            EnumSet.of(CertificateKind.SHUFFLED, CertificateKind.LONG_CHAIN, CertificateKind.MISSING_LINK);

    /// Whether it can be this host.
    boolean canBe(MailHost host) {
        TlsSpec tls = host.tls();
        return switch (this) {
            case POSTFIX -> SPOKEN.contains(host.smtp().behaviour());
            case NGINX -> SPOKEN.contains(host.smtp().behaviour()) && tls.support() != TlsSupport.DHE;
            case EXIM -> OpenSsl.isUsual(tls) && !NOT_BY_GNUTLS.contains(tls.cert());
            // A listener has one key.
            case OPENSMTPD ->
                SPOKEN.contains(host.smtp().behaviour())
                        && OpenSsl.isUsual(tls)
                        && host.keys().size() == 1;
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
