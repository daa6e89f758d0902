package org.mxcensus.crawler.mtasts;

import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.PolicyFetch;

/// What a fetch brings home.
///
/// @param cname the canonical name of the policy host, where its name is an alias: it tells who runs it
/// @param certificates as sent, the leaf first; none without a TLS session
public record PolicyResult(PolicyFetch fetch, Optional<String> cname, List<CertificateObservation> certificates) {
    public PolicyResult {
        certificates = List.copyOf(certificates);
    }
}
