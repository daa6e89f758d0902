package org.mxcensus.analyzer.judge;

import java.time.Instant;
import java.util.Optional;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.TlsFailure;

/// What a sender with MTA-STS goes by (RFC 8461 §3.3).
sealed interface StsInForce {

    /// @param failure why the policy is not the one that the domain announces
    record Policy(StsPolicy policy, Optional<TlsFailure> failure) implements StsInForce {}

    /// No policy: the sender goes on as if there was no MTA-STS.
    ///
    /// @param failure why the policy that the domain announces could not be had
    record Nothing(Optional<TlsFailure> failure) implements StsInForce {}

    /// Could not tell.
    record Unknown() implements StsInForce {}

    StsInForce NONE = new Nothing(Optional.empty());

    /// For a sender without a policy in its cache.
    static StsInForce cold(StsVerdict live) {
        if (live.policy().isPresent()) {
            return new Policy(live.policy().get(), Optional.empty());
        }
        return live.status() == StsStatus.UNMEASURED ? new Unknown() : new Nothing(failure(live));
    }

    /// For a sender that has kept the policy of the crawl before.
    static StsInForce warm(StsVerdict live, DomainObservation domain, Previous previous) {
        if (previous.missedPolicy(domain.domain())) {
            return new Unknown();
        }
        return previous.policy(domain.domain())
                .filter(kept -> isFresh(kept, domain.observedAt()))
                // RFC 8461 §3.1: it fetches the policy again where the record has another id; what it gets may not be
                // told.
                .filter(kept -> !mayBeFetched(live) || isAnnounced(kept, domain))
                // RFC 8461 §3.3: it must apply what it has kept where there is no live policy to be had.
                .<StsInForce>map(
                        kept -> new Policy(kept.policy(), isAnnounced(kept, domain) ? Optional.empty() : failure(live)))
                .orElseGet(() -> cold(live));
    }

    private static boolean mayBeFetched(StsVerdict live) {
        return live.policy().isPresent() || live.status() == StsStatus.UNMEASURED;
    }

    private static boolean isFresh(Previous.Policy kept, Instant now) {
        return kept.seen().plusSeconds(kept.policy().maxAge()).isAfter(now);
    }

    private static boolean isAnnounced(Previous.Policy kept, DomainObservation domain) {
        return domain.stsRecord() instanceof RecordOutcome.Valid<StsRecord> record
                && record.value().id().equals(kept.id());
    }

    private static Optional<TlsFailure> failure(StsVerdict live) {
        return live.cause().flatMap(TlsReport::policy);
    }
}
