package org.mxcensus.crawler.domain;

import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.PolicyFetch;

/// What a visit to a policy host gave.
///
/// @param alias where the name of the policy host leads if it is an alias
/// @param certificates those the host sent, as named by the outcome's chain
/// @param queries DNS queries that were sent for it
public record PolicyVisit(
        PolicyFetch outcome, Optional<String> alias, List<CertificateObservation> certificates, int queries) {
    public PolicyVisit {
        certificates = List.copyOf(certificates);
    }

    /// A visit of which nothing is known but the outcome.
    public static PolicyVisit of(PolicyFetch outcome) {
        return new PolicyVisit(outcome, Optional.empty(), List.of(), 0);
    }
}
