package org.mxcensus.analyzer.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.judge.HostJudgement;
import org.mxcensus.analyzer.judge.Judge;
import org.mxcensus.analyzer.judge.Previous;
import org.mxcensus.analyzer.judge.Reach;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.TlsRptRecord;
import org.mxcensus.datasets.records.TlsRpt;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.RecordStatus;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// Puts cases before our judges.
///
/// @param material the certificates that cases name
/// @param roots those that senders trust beforehand
public record CaseJudge(Material material, TrustRoots roots, Providers providers) {

    /// @throws IllegalArgumentException where a root cannot be read
    public static CaseJudge of(Suite<?> suite, Providers providers) {
        Material material = new Material(suite.certificates());
        return new CaseJudge(
                material,
                TrustRoots.of(suite.roots().stream().map(material::parsed).toList(), "suite"),
                providers);
    }

    /// @return the answer, under the names that the case's expectation has
    /// @throws IllegalArgumentException where the case contradicts itself or holds what cannot be read
    public Record judge(SuiteCase given) {
        return switch (given) {
            case DaneCase dane -> dane(dane);
            case StsCase sts -> sts(sts);
            case TlsRptCase tlsRpt -> tlsRpt(tlsRpt);
            case SendersCase senders -> senders(senders);
        };
    }

    private Judge judge(Previous previous) {
        return new Judge(roots, providers, Reach.BOTH, previous);
    }

    /// The same for a case of DANE.
    public DaneAnswer dane(DaneCase given) {
        DaneEvidence evidence = new DaneEvidence(given, material);
        Judge judge = judge(evidence.previous());
        ExchangeEvidence exchange = evidence.exchange();
        HostJudgement host = judge.judgeHost(exchange.host(), List.of(exchange.smtp()), evidence.certificates());
        HostVerdictRow row = host.addresses().getFirst().row();
        DomainVerdictRow domain = judge.judgeDomain(evidence.domain(), _ -> Optional.of(host), evidence.certificates());
        @Nullable DaneCause cause = row.daneCause();
        return new DaneAnswer(
                given.id(),
                row.dane(),
                domain.dane(),
                cause,
                domain.daneCause(),
                cause == null ? section(row) : cause.section(),
                cause == null ? null : cause.sentence(),
                cause == null ? null : cause.fix(),
                row.daneMatch(),
                row.daneMatch() == null ? null : new MatchedCertificate(material).of(row.daneMatch(), given.smtp()),
                domain.deliveries().dane().outcome(),
                domain.deliveries().postfix().outcome());
    }

    /// Where it is written what needs no cause.
    private static String section(HostVerdictRow row) {
        String match = row.daneMatch();
        if (row.dane() == DaneStatus.VALID && match != null) {
            return match.startsWith("2 ") ? "RFC 7672 §3.1.2" : "RFC 7672 §3.1.1";
        }
        return "RFC 7672 §2.2";
    }

    private DomainVerdictRow domain(DomainEvidence evidence) {
        Judge judge = judge(evidence.previous());
        Map<String, HostJudgement> hosts = new HashMap<>();
        for (ExchangeEvidence exchange : evidence.hosts()) {
            hosts.put(
                    exchange.host().host(),
                    judge.judgeHost(exchange.host(), List.of(exchange.smtp()), evidence.certificates()));
        }
        return judge.judgeDomain(
                evidence.domain(), host -> Optional.ofNullable(hosts.get(host)), evidence.certificates());
    }

    private StsAnswer sts(StsCase given) {
        DomainVerdictRow row = domain(DomainEvidence.of(given, material));
        @Nullable StsCause cause = row.mtaStsCause();
        return new StsAnswer(
                given.id(),
                Given.value(row.mtaSts(), "mx"),
                row.mtaStsMode(),
                cause,
                StsAnswer.line(row.mtaStsDetail()),
                row.mtaStsHost(),
                cause == null ? section(row.mtaSts()) : cause.section(),
                cause == null ? null : cause.sentence(),
                cause == null ? null : cause.fix(),
                row.mtaStsDetail(),
                row.mtaStsFaults(),
                row.mtaStsLeniencies());
    }

    private static String section(@Nullable StsStatus status) {
        return status == StsStatus.NOT_DEPLOYED ? "RFC 8461 §3.1" : "RFC 8461 §5";
    }

    private SendersAnswer senders(SendersCase given) {
        DomainVerdictRow row = domain(DomainEvidence.of(given, material));
        return new SendersAnswer(
                given.id(),
                row.dane(),
                row.mtaSts(),
                mail(row.deliveries().opportunistic()),
                mail(row.deliveries().dane()),
                mail(row.deliveries().postfix()),
                mail(row.deliveries().mtaSts()),
                mail(row.deliveries().mtaStsWarm()),
                mail(row.deliveries().both()));
    }

    private static SendersAnswer.Mail mail(Delivery delivery) {
        return new SendersAnswer.Mail(
                delivery.outcome(),
                delivery.reason() == null ? null : delivery.reason().resultType(),
                delivery.host());
    }

    private static TlsRptAnswer tlsRpt(TlsRptCase given) {
        return switch (given.txt().select(TlsRpt::select)) {
            case RecordOutcome.Valid<TlsRptRecord>(TlsRptRecord record, String _) ->
                new TlsRptAnswer(given.id(), Finding.YES, RecordStatus.VALID, record.rua(), null);
            case RecordOutcome.Absent<TlsRptRecord> _ -> TlsRptAnswer.without(given, RecordStatus.ABSENT, null);
            // RFC 8460 §3: if not exactly one record remains, senders assume that there is none.
            case RecordOutcome.Multiple<TlsRptRecord> several ->
                TlsRptAnswer.without(
                        given, RecordStatus.MULTIPLE, several.texts().size() + " records");
            case RecordOutcome.Malformed<TlsRptRecord> malformed ->
                TlsRptAnswer.without(given, RecordStatus.MALFORMED, malformed.reason());
            case RecordOutcome.Unmeasured<TlsRptRecord> unmeasured ->
                new TlsRptAnswer(
                        given.id(),
                        Finding.UNMEASURED,
                        RecordStatus.UNMEASURED,
                        List.of(),
                        "the look-up failed: " + unmeasured.failure());
            case RecordOutcome.NotAsked<TlsRptRecord> _ -> throw new IllegalStateException("it was asked");
        };
    }
}
