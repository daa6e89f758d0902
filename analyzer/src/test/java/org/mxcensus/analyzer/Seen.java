package org.mxcensus.analyzer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.observation.TlsRptRecord;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;

/// Observations in few words.
public final class Seen {
    public static final String IP4 = "192.0.2.1";
    public static final String IP6 = "2001:db8::1";

    private Seen() {}

    public static SmtpObservation smtp(String host, String ip, SmtpOutcome outcome) {
        return SmtpObservation.first(host, ip, Pki.NOW, host, outcome, SmtpDialogue.SILENCE, 1, 1, 2);
    }

    public static SmtpOutcome tls(Pki.Identity... chain) {
        return tls("TLSv1.3", chain);
    }

    public static SmtpOutcome tls(String version, Pki.Identity... chain) {
        return new SmtpOutcome.TlsEstablished(new TlsSession(
                version,
                "TLS_AES_128_GCM_SHA256",
                Optional.empty(),
                Optional.empty(),
                Arrays.stream(chain).map(Pki.Identity::sha256).toList()));
    }

    public static HostObservation host(String host, Security security, TlsaOutcome tlsa) {
        return host(host, new Answer.Found<>(List.of(IP4), security, 300), new Answer.NoData<>(security), tlsa);
    }

    public static HostObservation host(
            String host, Answer<List<String>> a, Answer<List<String>> aaaa, TlsaOutcome tlsa) {
        return new HostObservation(host, Pki.NOW, host, a, aaaa, List.of(), tlsa, List.of(), 3, 10);
    }

    public static TlsaOutcome found(String base, TlsaRecord... records) {
        return new TlsaOutcome.Found(base, List.of(records), 300);
    }

    /// A record that is right for the certificate.
    public static TlsaRecord tlsa(int usage, int selector, int matching, Pki.Identity of) {
        byte[] selected = selector == 0 ? of.der() : of.spki();
        String data = switch (matching) {
            case 0 -> java.util.HexFormat.of().formatHex(selected);
            case 1 -> Pki.hash("SHA-256", selected);
            default -> Pki.hash("SHA-512", selected);
        };
        return new TlsaRecord(usage, selector, matching, data);
    }

    public static MxOutcome mx(Security security, String... hosts) {
        return new MxOutcome.Hosts(
                Arrays.stream(hosts).map(host -> new MailExchange(10, host)).toList(), security, 3600);
    }

    public static DomainObservation domain(String domain, MxOutcome mx) {
        return domain(domain, mx, List.of());
    }

    public static DomainObservation domain(
            String domain,
            MxOutcome mx,
            RecordOutcome<StsRecord> sts,
            PolicyFetch policy,
            RecordOutcome<TlsRptRecord> tlsRpt) {
        return domain(domain, mx, Optional.empty(), sts, policy, tlsRpt, List.of());
    }

    /// A domain whose own name is an alias, without MTA-STS and TLSRPT.
    public static DomainObservation aliasDomain(String domain, MxOutcome mx, String alias) {
        return domain(
                domain,
                mx,
                Optional.of(alias),
                new RecordOutcome.Absent<>(),
                new PolicyFetch.NotAsked(),
                new RecordOutcome.Absent<>(),
                List.of());
    }

    /// A domain of which only its mail and its name servers are known.
    public static DomainObservation domain(String domain, MxOutcome mx, List<String> ns) {
        return domain(
                domain,
                mx,
                Optional.empty(),
                new RecordOutcome.Absent<>(),
                new PolicyFetch.NotAsked(),
                new RecordOutcome.Absent<>(),
                ns);
    }

    private static DomainObservation domain(
            String domain,
            MxOutcome mx,
            Optional<String> alias,
            RecordOutcome<StsRecord> sts,
            PolicyFetch policy,
            RecordOutcome<TlsRptRecord> tlsRpt,
            List<String> ns) {
        return new DomainObservation(
                domain,
                Pki.NOW,
                mx,
                alias,
                new RecordOutcome.Absent<>(),
                new RecordOutcome.Absent<>(),
                Hint.ABSENT,
                Hint.ABSENT,
                Hint.ABSENT,
                sts,
                Optional.empty(),
                policy,
                Optional.empty(),
                tlsRpt,
                ns,
                5,
                20,
                "test");
    }
}
