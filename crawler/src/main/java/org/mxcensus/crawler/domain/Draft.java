package org.mxcensus.crawler.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mxcensus.datasets.observation.DmarcRecord;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.MxOutcome;
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

    DomainFindings finish(String domain, Instant observedAt, Duration elapsed, String vantage) {
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
                elapsed.toMillis(),
                vantage);
        return new DomainFindings(observation, sts.visit().certificates());
    }
}
