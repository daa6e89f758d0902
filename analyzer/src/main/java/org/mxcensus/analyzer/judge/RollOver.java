package org.mxcensus.analyzer.judge;

/// Whether records and certificate changed out of step (RFC 7671 §8.1).
///
/// Looks at data alone: that an old certificate has expired by now is why it was replaced.
final class RollOver {
    private RollOver() {}

    /// The records name what the address showed in the crawl before.
    static boolean late(Mismatch mismatch) {
        return mismatch.before()
                .map(before -> mismatch.effective().stream()
                        .anyMatch(record -> Mismatch.named(record, before.chain())
                                // An authority that is still in charge has only not been sent.
                                .anyMatch(certificate -> record.usage() == TlsaRules.DANE_EE
                                        || !Completeness.isIssuedBy(
                                                mismatch.chain().path().getLast(), certificate))))
                .orElse(false);
    }

    /// The address shows what it showed then, and the records of then named it.
    static boolean early(Mismatch mismatch) {
        return mismatch.before()
                .filter(before -> before.chain().leaf().equals(mismatch.chain().leaf()))
                .map(before -> TlsaRules.effective(before.records()).stream()
                        .anyMatch(record -> Mismatch.named(record, mismatch.chain())
                                .findAny()
                                .isPresent()))
                .orElse(false);
    }
}
