package org.mxcensus.crawler.domain;

import java.util.Optional;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;

/// What was found of MTA-STS.
///
/// @param alias where the name of the record leads if it is an alias
/// @param queries for the record and the visit
record StsFindings(RecordOutcome<StsRecord> record, Optional<String> alias, PolicyVisit visit, int queries) {

    static StsFindings notAsked() {
        return new StsFindings(
                new RecordOutcome.NotAsked<>(), Optional.empty(), PolicyVisit.of(new PolicyFetch.NotAsked()), 0);
    }
}
