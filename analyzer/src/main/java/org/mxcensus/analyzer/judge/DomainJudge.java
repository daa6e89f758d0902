package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsRptRecord;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;

/// Judges domains over all their MX hosts. What domains share is judged once; safe for use by several threads.
public final class DomainJudge {
    private final Chains chains;
    private final Certificates certificates;
    private final Providers providers;
    private final Function<String, Optional<HostJudgement>> hosts;
    private final Previous previous;
    private final Memo<Published, SharedVerdict> shared = new Memo<>();
    private final Memo<Applied, Deliveries> deliveries = new Memo<>();
    private final Memo<List<String>, List<String>> operators = new Memo<>();

    private record Published(List<MailExchange> exchanges, Finding secure) {}

    private record Applied(Published mx, StsInForce cold, StsInForce warm) {}

    DomainJudge(
            Chains chains,
            Certificates certificates,
            Providers providers,
            Function<String, Optional<HostJudgement>> hosts,
            Previous previous) {
        this.chains = chains;
        this.certificates = certificates;
        this.providers = providers;
        this.hosts = hosts;
        this.previous = previous;
    }

    /// The verdict on a domain.
    public DomainVerdictRow judge(DomainObservation domain) {
        return switch (domain.mx()) {
            case MxOutcome.Hosts mx -> accepting(domain, mx.exchanges(), mx.security());
            // RFC 7505 §3: a null MX must stand alone; senders go by the others.
            case MxOutcome.NullMxMixed mx -> accepting(domain, mx.exchanges(), mx.security());
            // RFC 5321 §5.1: an implicit MX of preference 0 that is the domain itself.
            case MxOutcome.Implicit mx ->
                accepting(domain, List.of(new MailExchange(0, domain.domain())), mx.security());
            case MxOutcome.NullMx mx -> noMail(domain, mx.security());
            case MxOutcome.NoMail mx -> noMail(domain, mx.security());
            case MxOutcome.NxDomain mx -> noMail(domain, mx.security());
            case MxOutcome.Unmeasured mx ->
                DomainVerdicts.unmeasured(domain.domain(), mx.failure(), dnsOperators(domain));
        };
    }

    private DomainVerdictRow noMail(DomainObservation domain, Security security) {
        return DomainVerdicts.noMail(domain.domain(), security, dnsOperators(domain));
    }

    private @Nullable List<String> dnsOperators(DomainObservation domain) {
        return domain.ns().isEmpty()
                ? null
                : operators.of(domain.ns(), servers -> List.copyOf(providers.ofNameServers(servers)));
    }

    private DomainVerdictRow accepting(DomainObservation domain, List<MailExchange> exchanges, Security security) {
        Published mx = new Published(exchanges, Findings.secure(security));
        SharedVerdict all =
                shared.of(mx, key -> SharedVerdict.of(ExchangeSet.of(key.exchanges(), key.secure(), hosts, providers)));
        StsVerdict sts = new StsJudge(domain, chains, certificates, previous)
                .judge(all.set().hosts());
        StsInForce cold = StsInForce.cold(sts);
        StsInForce warm = StsInForce.warm(sts, domain, previous);
        if (!all.isDomainNamed()) {
            return row(domain, all, all.dane(), all.daneHosts(), sts, deliveries(mx, all, cold, warm));
        }
        NextHops nextHops = NextHops.of(domain, mx.secure() == Finding.YES);
        DaneDomainJudge dane = new DaneDomainJudge(nextHops.secure(), all.set());
        Senders senders = new Senders(nextHops, all.set());
        return row(domain, all, dane.judge(), dane.hosts(), sts, senders.deliveries(cold, warm));
    }

    private Deliveries deliveries(Published mx, SharedVerdict all, StsInForce cold, StsInForce warm) {
        return cold.equals(StsInForce.NONE) && warm.equals(StsInForce.NONE)
                ? all.deliveries()
                : deliveries.of(
                        new Applied(mx, cold, warm), _ -> new Senders(NextHops.NONE, all.set()).deliveries(cold, warm));
    }

    private DomainVerdictRow row(
            DomainObservation domain,
            SharedVerdict all,
            DaneVerdict dane,
            DaneHosts daneHosts,
            StsVerdict sts,
            Deliveries deliveries) {
        @Nullable String provider = all.set().provider().orElse(null);
        return new DomainVerdictRow(
                domain.domain(),
                Finding.YES,
                all.hosts(),
                all.set().secure(),
                all.starttls(),
                all.tls13(),
                all.certificateTrusted(),
                all.certificateName(),
                all.nextHopNames().of(domain.domain()),
                all.tlsSound(),
                all.postQuantum(),
                all.chainComplete(),
                dane.status().orElse(null),
                dane.cause().orElse(null),
                dane.decided().map(HostVerdictRow::host).orElse(null),
                dane.decided().map(HostVerdictRow::ip).orElse(null),
                dane.deployed().orElse(null),
                dane.valid().orElse(null),
                daneHosts,
                sts.status(),
                sts.policy()
                        .map(policy -> policy.mode().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                sts.cause().orElse(null),
                sts.detail().orElse(null),
                sts.host().orElse(null),
                sts.faults(),
                sts.leniencies(),
                tlsrpt(domain),
                dane.valid().orElse(Finding.NO).or(enforced(all, sts)),
                deliveries,
                provider,
                provider != null && providers.isOwn(domain.domain(), provider),
                dnsOperators(domain),
                all.tlsTraits(),
                all.issuers());
    }

    private static Finding tlsrpt(DomainObservation domain) {
        return switch (domain.tlsRpt()) {
            case RecordOutcome.Valid<TlsRptRecord> _ -> Finding.YES;
            // RFC 8460 §3: if not exactly one record remains, senders assume that there is none.
            case RecordOutcome.Absent<TlsRptRecord> _,
                    RecordOutcome.Multiple<TlsRptRecord> _,
                    RecordOutcome.Malformed<TlsRptRecord> _ -> Finding.NO;
            case RecordOutcome.Unmeasured<TlsRptRecord> _, RecordOutcome.NotAsked<TlsRptRecord> _ -> Finding.UNMEASURED;
        };
    }

    /// RFC 8461 §4.1: whatever else could not be told of a policy, it is not enforced where it is in another mode, nor
    /// where an MX address does not prove itself.
    private static Finding enforced(SharedVerdict all, StsVerdict sts) {
        return switch (sts.status()) {
            case ENFORCING -> Finding.YES;
            case TESTING, DISABLED, BROKEN, NOT_DEPLOYED -> Finding.NO;
            case UNMEASURED ->
                isOfOtherMode(sts) || all.starttls() == Finding.NO || isUnproven(all) ? Finding.NO : Finding.UNMEASURED;
        };
    }

    private static boolean isOfOtherMode(StsVerdict sts) {
        return sts.policy()
                .filter(policy -> policy.mode() != StsPolicy.Mode.ENFORCE)
                .isPresent();
    }

    private static boolean isUnproven(SharedVerdict all) {
        return all.certificateTrusted() == Finding.NO || all.certificateName() == Finding.NO;
    }
}
