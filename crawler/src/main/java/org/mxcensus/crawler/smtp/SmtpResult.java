package org.mxcensus.crawler.smtp;

import java.util.List;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.SmtpObservation;

/// What a probe brings home.
///
/// @param certificates as sent, the leaf first; none without a TLS session
public record SmtpResult(SmtpObservation observation, List<CertificateObservation> certificates) {
    public SmtpResult {
        certificates = List.copyOf(certificates);
    }
}
