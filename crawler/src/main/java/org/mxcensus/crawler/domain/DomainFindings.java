package org.mxcensus.crawler.domain;

import java.util.List;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.DomainObservation;

/// What one probe gives.
///
/// @param certificates those of the policy host
public record DomainFindings(DomainObservation observation, List<CertificateObservation> certificates) {
    public DomainFindings {
        certificates = List.copyOf(certificates);
    }
}
