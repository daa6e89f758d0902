package org.mxcensus.analyzer.judge;

import java.security.cert.X509Certificate;
import java.util.List;
import org.mxcensus.datasets.observation.TlsaRecord;

/// Whether the anchor of a DANE-TA(2) record is only not sent (RFC 7672 §3.1.2).
final class Anchors {
    /// Certificates in a row that may be missing above those sent.
    private static final int MISSING = 4;

    private Anchors() {}

    /// So it is where a known issuer above the path is the anchor. Where no issuer is known, there may be one that is.
    /// Where they are known up to a root, or were sent, the record names another authority.
    static boolean notSent(Mismatch mismatch) {
        List<TlsaRecord> records = mismatch.effective().stream()
                .filter(record -> record.usage() == TlsaRules.DANE_TA)
                .toList();
        return !records.isEmpty()
                && mayLieAbove(records, mismatch.chain().path().getLast(), mismatch.issuers(), MISSING);
    }

    private static boolean mayLieAbove(List<TlsaRecord> records, X509Certificate top, Issuers issuers, int left) {
        if (Chain.selfIssued(top) || left == 0) {
            return false;
        }
        List<X509Certificate> known = issuers.of(top);
        return known.isEmpty()
                || known.stream()
                        .anyMatch(issuer -> records.stream().anyMatch(record -> TlsaRules.matches(record, issuer))
                                || mayLieAbove(records, issuer, issuers, left - 1));
    }
}
