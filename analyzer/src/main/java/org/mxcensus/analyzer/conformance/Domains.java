package org.mxcensus.analyzer.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.observation.TlsRptRecord;

/// Domains of which only that is known that a case tells.
final class Domains {
    private Domains() {}

    static DomainObservation plain(String domain, Instant at, MxOutcome mx, Optional<String> alias) {
        return of(
                domain,
                at,
                mx,
                alias,
                new RecordOutcome.Absent<>(),
                new PolicyFetch.NotAsked(),
                new RecordOutcome.Absent<>());
    }

    static DomainObservation of(
            String domain,
            Instant at,
            MxOutcome mx,
            Optional<String> alias,
            RecordOutcome<StsRecord> sts,
            PolicyFetch policy,
            RecordOutcome<TlsRptRecord> tlsRpt) {
        return new DomainObservation(
                domain,
                at,
                mx,
                alias,
                new RecordOutcome.Absent<>(),
                new RecordOutcome.Absent<>(),
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                sts,
                Optional.empty(),
                policy,
                Optional.empty(),
                tlsRpt,
                List.of(),
                0,
                0,
                "conformance");
    }
}
