package org.mxcensus.crawler.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mxcensus.datasets.observation.DmarcRecord;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.SpfRecord;
import org.mxcensus.datasets.observation.TlsRptRecord;

/// The answers of one probe, before they become an observation.
record Draft(
        MxOutcome mx,
        RecordOutcome<SpfRecord> spf,
        RecordOutcome<DmarcRecord> dmarc,
        StsFindings sts,
        RecordOutcome<TlsRptRecord> tlsRpt,
        List<String> ns,
        int queries) {

    /// A domain that does not exist: nothing else was asked.
    static Draft missing(MxOutcome mx, int queries) {
        return new Draft(
                mx,
                new RecordOutcome.NotAsked<>(),
                new RecordOutcome.NotAsked<>(),
                StsFindings.notAsked(),
                new RecordOutcome.NotAsked<>(),
                List.of(),
                queries);
    }

    /// A bug of ours: nothing is known. How many queries went out before it is lost.
    static Draft broken(RuntimeException bug) {
        DnsFailure ours = DnsFailure.INTERNAL_ERROR;
        PolicyFetch policy = new PolicyFetch.InternalError(
                Objects.toString(bug.getMessage(), bug.getClass().getName()));
        return new Draft(
                new MxOutcome.Unmeasured(ours, List.of()),
                new RecordOutcome.Unmeasured<>(ours),
                new RecordOutcome.Unmeasured<>(ours),
                new StsFindings(new RecordOutcome.Unmeasured<>(ours), Optional.empty(), PolicyVisit.of(policy), 0),
                new RecordOutcome.Unmeasured<>(ours),
                List.of(),
                0);
    }

    DomainFindings finish(String domain, Instant observedAt, long elapsedMs, String vantage) {
        DomainObservation observation = new DomainObservation(
                domain,
                observedAt,
                mx,
                spf,
                dmarc,
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                sts.record(),
                sts.alias(),
                sts.visit().outcome(),
                sts.visit().alias(),
                tlsRpt,
                ns,
                queries,
                elapsedMs,
                vantage);
        return new DomainFindings(observation, sts.visit().certificates());
    }
}
