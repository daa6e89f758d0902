package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.judge.HostJudgement;
import org.mxcensus.analyzer.judge.Judge;
import org.mxcensus.analyzer.judge.Reach;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.HostVerdictRow;

/// Puts cases of DANE before our judges.
///
/// @param material the certificates that cases name
public record DaneCaseJudge(Material material, Providers providers) {

    /// @throws IllegalArgumentException where the case contradicts itself or holds what cannot be read
    public DaneAnswer judge(DaneCase given) {
        DaneEvidence evidence = new DaneEvidence(given, material);
        // DANE needs no roots (RFC 7672 §1.3.4).
        Judge judge = new Judge(TrustRoots.of(List.of(), "none"), providers, Reach.BOTH, evidence.previous());
        HostJudgement host = judge.judgeHost(evidence.host(), List.of(evidence.smtp()), evidence.certificates());
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
}
