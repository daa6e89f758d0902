package org.mxcensus.crawler.domain;

import java.util.Optional;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;

/// What was found of MTA-STS.
///
/// @param alias where the name of the record leads if it is an alias
/// @param queries for the record and the visit
record StsFindings(RecordOutcome<StsRecord> record, Optional<String> alias, PolicyVisit visit, int queries) {

    static StsFindings notAsked() {
        return without(new RecordOutcome.NotAsked<>());
    }

    static StsFindings unmeasured(DnsFailure failure) {
        return without(new RecordOutcome.Unmeasured<>(failure));
    }

    private static StsFindings without(RecordOutcome<StsRecord> record) {
        return new StsFindings(record, Optional.empty(), PolicyVisit.of(new PolicyFetch.NotAsked()), 0);
    }
}
