package org.mxcensus.analyzer.evidence;

import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.SmtpRow;

/// One address of an MX host.
///
/// @param seen the dialogue with it
/// @param verdict empty where the crawl has not been judged
/// @param chain the certificates as sent, the leaf first, as far as they are stored
public record AddressEvidence(SmtpRow seen, Optional<HostVerdictRow> verdict, List<CertificateRow> chain) {}
