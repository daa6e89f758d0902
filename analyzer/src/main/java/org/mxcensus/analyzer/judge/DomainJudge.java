package org.mxcensus.analyzer.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsRptRecord;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.StsStatus;

/// Judges domains over all their MX hosts. What domains share is judged once; safe for use by several threads.
public final class DomainJudge {
    private static final int REMEMBERED = 16_384;

    private final Chains chains;
    private final Certificates certificates;
    private final Providers providers;
    private final Function<String, Optional<HostJudgement>> hosts;
    private final Previous previous;
    private final Map<Published, SharedVerdict> known =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Published, SharedVerdict> eldest) {
                    return size() > REMEMBERED;
                }
            });

    private record Published(List<MailExchange> exchanges, boolean secure) {}

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
            case MxOutcome.NullMx mx -> DomainVerdicts.noMail(domain.domain(), mx.security());
            case MxOutcome.NoMail mx -> DomainVerdicts.noMail(domain.domain(), mx.security());
            case MxOutcome.NxDomain mx -> DomainVerdicts.noMail(domain.domain(), mx.security());
            case MxOutcome.Unmeasured _ -> DomainVerdicts.unmeasured(domain.domain());
        };
    }

    private SharedVerdict shared(List<MailExchange> exchanges, boolean secure) {
        Published key = new Published(exchanges, secure);
        SharedVerdict before = known.get(key);
        if (before != null) {
            return before;
        }
        SharedVerdict verdict = SharedVerdict.of(ExchangeSet.of(exchanges, secure, hosts, providers));
        known.put(key, verdict);
        return verdict;
    }

    private DomainVerdictRow accepting(DomainObservation domain, List<MailExchange> exchanges, Security security) {
        SharedVerdict shared = shared(exchanges, security == Security.SECURE);
        ExchangeSet set = shared.set();
        List<String> nextHops = nextHops(domain, set);
        DaneVerdict dane = shared.isDomainNamed() ? new DaneDomainJudge(nextHops, set).judge() : shared.dane();
        StsVerdict sts = new StsJudge(domain, chains, certificates, previous).judge(set.hosts());
        Senders senders = new Senders(nextHops, set, sts);
        // Without a policy that can be had, a sender with MTA-STS does what one without does.
        boolean without = sts.policy().isEmpty() && sts.status() != StsStatus.UNMEASURED;
        Delivery senderDane = shared.isDomainNamed() ? senders.dane() : shared.senderDane();
        @Nullable String provider = set.provider().orElse(null);
        return new DomainVerdictRow(
                domain.domain(),
                Finding.YES,
                shared.hosts(),
                Finding.of(set.secure()),
                shared.starttls(),
                shared.tls13(),
                shared.certificateTrusted(),
                shared.certificateName(),
                shared.tlsSound(),
                shared.postQuantum(),
                shared.chainComplete(),
                dane.status().orElse(null),
                dane.cause().orElse(null),
                dane.decided().map(HostVerdictRow::host).orElse(null),
                dane.decided().map(HostVerdictRow::ip).orElse(null),
                dane.deployed().orElse(null),
                DaneHosts.NONE,
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
                authenticated(dane, sts),
                new Deliveries(
                        shared.opportunistic(),
                        senderDane,
                        senders.postfix(),
                        without ? shared.opportunistic() : senders.mtaSts(),
                        without ? shared.opportunistic() : senders.mtaSts(),
                        without ? senderDane : senders.both()),
                provider,
                provider != null && providers.isOwn(domain.domain(), provider));
    }

    /// RFC 7672 §3.2.2: the next-hop domain as it was given, and what it securely expands to.
    private static List<String> nextHops(DomainObservation domain, ExchangeSet set) {
        return Stream.concat(Stream.of(domain.domain()), domain.mxAlias().filter(_ -> set.secure()).stream())
                .toList();
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
