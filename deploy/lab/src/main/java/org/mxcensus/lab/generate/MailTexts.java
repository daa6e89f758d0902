package org.mxcensus.lab.generate;

import java.util.List;
import java.util.stream.Collectors;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.StsSpec;

/// What a domain says about its mail in TXT records and policies, in a month.
record MailTexts(Dice dice, String domain, int month) {

    private static final Curve SPF = new Curve(0.84, 0.88);
    private static final Curve DMARC = new Curve(0.42, 0.58);
    private static final Curve STS = new Curve(0.008, 0.025);
    private static final Curve STS_BY_PROVIDER = new Curve(0.10, 0.60);
    private static final Curve TLSRPT = new Curve(0.012, 0.035);
    private static final Curve TLSRPT_WITH_STS = new Curve(0.50, 0.75);
    private static final double BROKEN_STS = 0.12;
    private static final double TESTING = 0.35;

    private static final List<PolicyBehaviour> BROKEN = List.of(
            PolicyBehaviour.WRONG_CERTIFICATE,
            PolicyBehaviour.EXPIRED_CERTIFICATE,
            PolicyBehaviour.NOT_FOUND,
            PolicyBehaviour.NO_ADDRESS,
            PolicyBehaviour.BAD_SYNTAX,
            PolicyBehaviour.REDIRECT);

    /// For a domain with a server of its own.
    DomainSpec onItsOwn(DomainSpec base, String host) {
        DomainSpec spec = plain(base, "mx");
        return reaches(STS, "sts") ? spec.withSts(own("mx: " + host + "\n")) : spec;
    }

    /// For a customer.
    DomainSpec at(Provider provider, DomainSpec base) {
        DomainSpec spec = plain(base, "include:spf." + provider.domain());
        int served = month - provider.sts();
        if (month >= provider.sts() && STS_BY_PROVIDER.reaches(dice.of(domain, "sts by provider"), served + 3)) {
            return spec.withSts(StsSpec.of(record(), policy(modeAfter(served), patterns(provider)))
                    .withCname("mta-sts." + provider.domain()));
        }
        return reaches(STS, "sts") ? spec.withSts(own(patterns(provider))) : spec;
    }

    private DomainSpec plain(DomainSpec base, String sender) {
        DomainSpec spec = base;
        if (reaches(SPF, "spf")) {
            spec = spec.withTxt("v=spf1 " + sender + (dice.of(domain, "spf all") < 0.6 ? " -all" : " ~all"));
        }
        if (reaches(DMARC, "dmarc")) {
            String policy = dice.pick(List.of("none", "none", "quarantine", "reject"), domain, "dmarc policy");
            spec = spec.withDmarc("v=DMARC1; p=" + policy + "; rua=mailto:dmarc@" + domain);
        }
        Curve tlsRpt = reaches(STS, "sts") ? TLSRPT_WITH_STS : TLSRPT;
        return reaches(tlsRpt, "tlsrpt") ? spec.withTlsRpt("v=TLSRPTv1; rua=mailto:tlsrpt@" + domain) : spec;
    }

    private StsSpec own(String patterns) {
        String mode = dice.of(domain, "sts mode") < TESTING ? "testing" : "enforce";
        StsSpec sts = StsSpec.of(record(), policy(mode, patterns));
        return dice.of(domain, "sts broken") < BROKEN_STS
                ? sts.withBehaviour(dice.pick(BROKEN, domain, "sts broken how"))
                : sts;
    }

    private String modeAfter(int served) {
        // A careful provider enforces after two months without complaints.
        return served < 2 ? "testing" : "enforce";
    }

    private String record() {
        return "v=STSv1; id=" + (20260101 + dice.below(28, domain, "sts id"));
    }

    private static String policy(String mode, String patterns) {
        return "version: STSv1\nmode: " + mode + "\n" + patterns + "max_age: 604800\n";
    }

    private static String patterns(Provider provider) {
        return provider.namePerCustomer()
                ? "mx: *.inbound." + provider.domain() + "\n"
                : provider.hostNames().stream()
                        .map(host -> "mx: " + host + "\n")
                        .collect(Collectors.joining());
    }

    private boolean reaches(Curve curve, String what) {
        return curve.reaches(dice.of(domain, what), month);
    }
}
