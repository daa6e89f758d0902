package org.mxcensus.analyzer.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.FrameRow;

/// One domain in one crawl.
///
/// @param frame a row for each source that names it
/// @param seen what was observed; empty where there is no observation, which makes it unmeasured
/// @param verdict empty where there is none
/// @param policyChain the certificates of the MTA-STS policy host as sent, the leaf first
/// @param hosts its MX hosts, most preferred first
public record DomainEvidence(
        LocalDate crawl,
        String domain,
        List<FrameRow> frame,
        Optional<DomainRow> seen,
        Optional<DomainVerdictRow> verdict,
        List<CertificateRow> policyChain,
        List<HostEvidence> hosts) {}
