package org.mxcensus.analyzer.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsRptRecord;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;

/// Judges one domain over all its MX hosts.
///
/// @param providers who receives its mail
record DomainJudge(DomainObservation domain, Chains chains, Certificates certificates, Providers providers) {

    /// @param hosts the verdict on an MX host; empty where the host was not seen
    DomainVerdictRow judge(Function<String, Optional<HostJudgement>> hosts) {
        return switch (domain.mx()) {
            case MxOutcome.Hosts mx -> accepting(mx.exchanges(), mx.security(), hosts);
            // RFC 7505 §3: a null MX must stand alone; senders go by the others.
            case MxOutcome.NullMxMixed mx -> accepting(mx.exchanges(), mx.security(), hosts);
            // RFC 5321 §5.1: an implicit MX of preference 0 that is the domain itself.
            case MxOutcome.Implicit mx ->
                accepting(List.of(new MailExchange(0, domain.domain())), mx.security(), hosts);
            case MxOutcome.NullMx mx -> DomainVerdicts.noMail(domain.domain(), mx.security());
            case MxOutcome.NoMail mx -> DomainVerdicts.noMail(domain.domain(), mx.security());
            case MxOutcome.NxDomain mx -> DomainVerdicts.noMail(domain.domain(), mx.security());
            case MxOutcome.Unmeasured _ -> DomainVerdicts.unmeasured(domain.domain());
        };
    }

    private DomainVerdictRow accepting(
            List<MailExchange> all, Security security, Function<String, Optional<HostJudgement>> hosts) {
        List<MailExchange> exchanges = all.stream()
                .filter(exchange -> !exchange.host().isEmpty())
                .sorted(Comparator.comparingInt(MailExchange::preference).thenComparing(MailExchange::host))
                .toList();
        Map<String, HostJudgement> judged = exchanges.stream()
                .map(MailExchange::host)
                .distinct()
                .collect(Collectors.toMap(
                        host -> host, host -> hosts.apply(host).orElseGet(() -> HostJudgement.unseen(host))));
        List<String> names =
                exchanges.stream().map(MailExchange::host).distinct().toList();
        List<HostJudgement> inOrder =
                names.stream().map(name -> judge(judged, name)).toList();
        boolean secure = security == Security.SECURE;
        DaneVerdict dane = new DaneDomainJudge(domain.domain(), secure, inOrder).judge();
        StsVerdict sts = new StsJudge(domain, chains, certificates).judge(inOrder);
        Senders senders = new Senders(domain.domain(), secure, exchanges, name -> judge(judged, name), sts);
        @Nullable String provider = providers.ofExchanges(exchanges).orElse(null);
        return new DomainVerdictRow(
                domain.domain(),
                Finding.YES,
                names,
                Finding.of(secure),
                all(inOrder, ExchangeVerdictRow::starttls),
                all(inOrder, ExchangeVerdictRow::tls13),
                all(inOrder, ExchangeVerdictRow::certificateTrusted),
                all(inOrder, ExchangeVerdictRow::certificateName),
                dane.status().orElse(null),
                dane.cause().orElse(null),
                dane.decided().map(row -> row.host()).orElse(null),
                dane.decided().map(row -> row.ip()).orElse(null),
                dane.deployed().orElse(null),
                sts.status(),
                sts.policy()
                        .map(policy -> policy.mode().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                sts.cause().map(StsCause::name).orElse(null),
                sts.detail().orElse(null),
                sts.host().orElse(null),
                tlsrpt(),
                authenticated(dane, sts),
                senders.opportunistic(),
                senders.dane(),
                senders.mtaSts(),
                senders.both(),
                provider,
                provider != null && providers.isOwn(domain.domain(), provider));
    }

    /// The judgement of a host that was collected beforehand.
    private static HostJudgement judge(Map<String, HostJudgement> judged, String name) {
        return judged.getOrDefault(name, HostJudgement.unseen(name));
    }

    private static @Nullable Finding all(
            List<HostJudgement> hosts, Function<ExchangeVerdictRow, @Nullable Finding> finding) {
        return Findings.all(hosts.stream().map(HostJudgement::summary).map(finding))
                .orElse(null);
    }

    private Finding tlsrpt() {
        return switch (domain.tlsRpt()) {
            case RecordOutcome.Valid<TlsRptRecord> _ -> Finding.YES;
            // RFC 8460 §3: if not exactly one record remains, senders assume that there is none.
            case RecordOutcome.Absent<TlsRptRecord> _,
                    RecordOutcome.Multiple<TlsRptRecord> _,
                    RecordOutcome.Malformed<TlsRptRecord> _ -> Finding.NO;
            case RecordOutcome.Unmeasured<TlsRptRecord> _, RecordOutcome.NotAsked<TlsRptRecord> _ -> Finding.UNMEASURED;
        };
    }

    private static Finding authenticated(DaneVerdict dane, StsVerdict sts) {
        Finding byDane = dane.status().map(DomainJudge::isValid).orElse(Finding.NO);
        Finding bySts = switch (sts.status()) {
            case ENFORCING -> Finding.YES;
            case TESTING, DISABLED, BROKEN, NOT_DEPLOYED -> Finding.NO;
            case UNMEASURED -> Finding.UNMEASURED;
        };
        return byDane.or(bySts);
    }

    private static Finding isValid(DaneStatus status) {
        return switch (status) {
            case VALID -> Finding.YES;
            case LOOKUP_FAILED, UNMEASURED -> Finding.UNMEASURED;
            case MISMATCH,
                    STARTTLS_MISSING,
                    HANDSHAKE_FAILED,
                    UNUSABLE,
                    NOT_DEPLOYED,
                    PARTIAL,
                    HOST_READY_DOMAIN_INSECURE -> Finding.NO;
        };
    }
}
