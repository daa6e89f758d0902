package org.mxcensus.lab.generate;

import java.util.List;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.TlsSupport;

/// The mail server that a domain runs itself, in a month.
record OwnServer(Dice dice, String domain, int month, boolean signed) {

    private static final Curve STARTTLS = new Curve(0.86, 0.93);
    private static final Curve TLS_1_3 = new Curve(0.60, 0.82);
    // Of signed domains: who runs a server of his own and signs likes DANE.
    private static final Curve TLSA = new Curve(0.20, 0.34);
    private static final double NEGLECTED_TLSA = 0.08;
    private static final double DOWN_FOR_GOOD = 0.05;
    private static final double DOWN_THIS_MONTH = 0.05;

    private static final List<SmtpBehaviour> DOWN = List.of(
            SmtpBehaviour.REFUSED,
            SmtpBehaviour.REFUSED,
            SmtpBehaviour.REFUSED,
            SmtpBehaviour.DEFERRED,
            SmtpBehaviour.DEFERRED,
            SmtpBehaviour.BLOCKED,
            SmtpBehaviour.RESET,
            SmtpBehaviour.SILENT);

    HostSpec host(String name) {
        HostSpec host = HostSpec.of(name)
                .withSmtp(SmtpSpec.of(behaviour()).withCert(cert()).withTls(tls()));
        if (!signed || !TLSA.reaches(dice.of(domain, "tlsa"), month)) {
            return host;
        }
        return dice.of(domain, "tlsa neglected") < NEGLECTED_TLSA
                ? host.withTlsa("3 1 1 previous")
                : host.withTlsa("3 1 1 auto");
    }

    private SmtpBehaviour behaviour() {
        if (dice.of(domain, "down") < DOWN_FOR_GOOD) {
            return dice.pick(DOWN, domain, "down how");
        }
        if (dice.of(domain, "down", month) < DOWN_THIS_MONTH) {
            return dice.pick(DOWN, domain, "down how @" + month);
        }
        return STARTTLS.reaches(dice.of(domain, "starttls"), month) ? SmtpBehaviour.STARTTLS : SmtpBehaviour.PLAIN;
    }

    private CertificateKind cert() {
        double kind = dice.of(domain, "cert");
        if (kind < 0.66) {
            return CertificateKind.CA_SIGNED;
        }
        return kind < 0.83
                ? CertificateKind.SELF_SIGNED
                : kind < 0.95 ? CertificateKind.WRONG_NAME : CertificateKind.EXPIRED;
    }

    private TlsSupport tls() {
        return TLS_1_3.reaches(dice.of(domain, "tls 1.3"), month) ? TlsSupport.TLS_1_2_AND_1_3 : TlsSupport.TLS_1_2;
    }
}
