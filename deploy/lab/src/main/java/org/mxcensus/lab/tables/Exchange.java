package org.mxcensus.lab.tables;

import java.util.List;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.SmtpObservation;

/// An MX host as a crawl would have seen it.
///
/// @param dialogues one for each address
/// @param certificates the ones shown, as often as shown
record Exchange(HostObservation seen, List<SmtpObservation> dialogues, List<CertificateObservation> certificates) {}
