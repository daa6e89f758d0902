package org.mxcensus.lab.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.DmarcRecord;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SpfRecord;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.observation.TlsRptRecord;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.world.CertificateKind;

/// Makes the domains of a generated crawl, each from its number alone.
final class Domains {
    private static final int NAME_SERVER_OPERATORS = 500;

    private final TableScale scale;
    private final MailProviders providers;
    private final Authority authority;

    Domains(TableScale scale, MailProviders providers, Authority authority) {
        this.scale = scale;
        this.providers = providers;
        this.authority = authority;
    }

    /// One domain with what the crawl saw of it.
    ///
    /// @param seen empty where the crawl lost it
    /// @param own its own MX host, where it has one
    /// @param certificates those of its policy host
    record Made(
            FrameRow frame,
            Optional<DomainObservation> seen,
            Optional<Exchange> own,
            List<CertificateObservation> certificates) {}

    Made make(int number) {
        Draw draw = new Draw(scale.seed(), "domain", number);
        String suffix = Suffixes.draw(draw, scale.tlds());
        String domain = "d%07d.%s".formatted(number, suffix);
        boolean signed = draw.chance(Suffixes.signed(suffix));
        int operator = draw.skewed(NAME_SERVER_OPERATORS);
        List<String> ns = List.of("ns1.dns%d.net".formatted(operator), "ns2.dns%d.net".formatted(operator));
        FrameRow frame = new FrameRow(domain, "generated", suffix, signed, ns, null);
        if (draw.chance(0.005)) {
            return new Made(frame, Optional.empty(), Optional.empty(), List.of());
        }
        return observed(frame, signed ? Security.SECURE : Security.INSECURE, draw);
    }

    private Made observed(FrameRow frame, Security security, Draw draw) {
        String domain = frame.domain();
        double share = draw.share();
        Optional<Exchange> own =
                share < 0.09 ? Optional.of(providers.own(domain, security == Security.SECURE, draw)) : Optional.empty();
        MxOutcome mx = own.<MxOutcome>map(server -> new MxOutcome.Hosts(
                        List.of(new MailExchange(10, server.seen().host())), security, 3600))
                .orElseGet(() -> mx(share, security, draw));
        boolean mail = mx instanceof MxOutcome.Hosts || mx instanceof MxOutcome.Implicit;
        Optional<Shown> policyHost = mail && draw.chance(0.003)
                ? Optional.of(Shown.of(authority
                        .identity("mta-sts." + domain, CertificateKind.CA_SIGNED, 1)
                        .chain()))
                : Optional.empty();
        DomainObservation seen = new DomainObservation(
                domain,
                scale.seenAt(),
                mx,
                Optional.empty(),
                spf(mail, draw),
                dmarc(draw),
                draw.chance(0.4) ? Hint.PRESENT : Hint.ABSENT,
                Hint.ABSENT,
                Hint.ABSENT,
                sts(policyHost),
                Optional.empty(),
                policyHost.<PolicyFetch>map(shown -> policy(shown, mx, draw)).orElseGet(PolicyFetch.NotAsked::new),
                Optional.empty(),
                tlsRpt(domain, draw),
                frame.delegationNs() == null ? List.of() : frame.delegationNs(),
                7,
                40,
                "generated");
        return new Made(
                frame, Optional.of(seen), own, policyHost.map(Shown::chain).orElse(List.of()));
    }

    private MxOutcome mx(double share, Security security, Draw draw) {
        if (share < 0.72) {
            List<MailExchange> exchanges = new ArrayList<>();
            for (Exchange host : providers.draw(draw).hosts()) {
                exchanges.add(new MailExchange(
                        10 * (exchanges.size() + 1), host.seen().host()));
            }
            return new MxOutcome.Hosts(exchanges, security, 3600);
        }
        if (share < 0.82) {
            return new MxOutcome.Implicit(security);
        }
        if (share < 0.88) {
            return new MxOutcome.NullMx(security, 3600);
        }
        if (share < 0.95) {
            return new MxOutcome.NoMail(security);
        }
        return share < 0.98
                ? new MxOutcome.NxDomain(security)
                : new MxOutcome.Unmeasured(DnsFailure.TIMEOUT, List.of());
    }

    private static RecordOutcome<SpfRecord> spf(boolean mail, Draw draw) {
        return draw.chance(mail ? 0.8 : 0.3)
                ? new RecordOutcome.Valid<>(new SpfRecord(mail ? "~" : "-"), mail ? "v=spf1 mx ~all" : "v=spf1 -all")
                : new RecordOutcome.Absent<>();
    }

    private static RecordOutcome<DmarcRecord> dmarc(Draw draw) {
        return draw.chance(0.35)
                ? new RecordOutcome.Valid<>(new DmarcRecord("reject"), "v=DMARC1; p=reject")
                : new RecordOutcome.Absent<>();
    }

    private static RecordOutcome<StsRecord> sts(Optional<Shown> policyHost) {
        return policyHost.isPresent()
                ? new RecordOutcome.Valid<>(new StsRecord("20260101"), "v=STSv1; id=20260101")
                : new RecordOutcome.Absent<>();
    }

    private static PolicyFetch policy(Shown shown, MxOutcome mx, Draw draw) {
        if (draw.chance(0.1)) {
            return new PolicyFetch.HttpError(404, shown.digests());
        }
        StringBuilder text = new StringBuilder("version: STSv1\nmode: ")
                .append(draw.chance(0.6) ? "enforce" : "testing")
                .append('\n');
        if (mx instanceof MxOutcome.Hosts hosts) {
            hosts.exchanges()
                    .forEach(exchange ->
                            text.append("mx: ").append(exchange.host()).append('\n'));
        } else {
            text.append("mx: mail.example.net\n");
        }
        return new PolicyFetch.Fetched(
                text.append("max_age: 604800\n").toString(), false, "text/plain", shown.digests());
    }

    private static RecordOutcome<TlsRptRecord> tlsRpt(String domain, Draw draw) {
        String rua = "mailto:tls@" + domain;
        return draw.chance(0.02)
                ? new RecordOutcome.Valid<>(new TlsRptRecord(List.of(rua)), "v=TLSRPTv1; rua=" + rua)
                : new RecordOutcome.Absent<>();
    }
}
