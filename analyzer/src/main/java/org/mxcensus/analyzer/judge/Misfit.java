package org.mxcensus.analyzer.judge;

import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.TlsaRecord;

/// A record whose data is that of a certificate sent, though not under the parameters that it has.
///
/// @param record as published
/// @param right what the record would have to be
record Misfit(TlsaRecord record, TlsaRecord right) {
    private static final int SELECTORS = 2;
    private static final int MATCHING_TYPES = 3;

    /// RFC 7672 §3.1: the leaf's data under another usage than 3, or an authority's under another than 2.
    static boolean ofUsage(Mismatch mismatch) {
        return all(mismatch).anyMatch(misfit -> misfit.record.usage() != misfit.right.usage());
    }

    /// RFC 6698 §2.1.2: the certificate's data under SPKI(1), or the key's under Cert(0).
    static boolean ofSelector(Mismatch mismatch) {
        return all(mismatch).anyMatch(misfit -> misfit.record.selector() != misfit.right.selector());
    }

    /// RFC 6698 §2.1.3: a digest under another number than its own, or the whole under a digest's.
    static boolean ofMatchingType(Mismatch mismatch) {
        return all(mismatch).anyMatch(misfit -> misfit.record.matching() != misfit.right.matching());
    }

    private static Stream<Misfit> all(Mismatch mismatch) {
        List<TlsaRecord> right = right(mismatch.sent());
        return mismatch.published().stream()
                .flatMap(record -> right.stream()
                        .filter(other -> other.data().equals(record.data()))
                        .map(other -> new Misfit(record, other))
                        .min(Comparator.comparingInt(Misfit::differences))
                        .stream())
                .filter(misfit -> misfit.differences() > 0);
    }

    /// Every record that a chain could have: of its leaf, and of the authorities among the others.
    private static List<TlsaRecord> right(List<X509Certificate> sent) {
        return sent.stream()
                .filter(certificate -> certificate.equals(sent.getFirst()) || PathJudge.isAuthority(certificate))
                .flatMap(certificate -> {
                    int usage = certificate.equals(sent.getFirst()) ? TlsaRules.DANE_EE : TlsaRules.DANE_TA;
                    return IntStream.range(0, SELECTORS)
                            .boxed()
                            .flatMap(selector -> IntStream.range(0, MATCHING_TYPES)
                                    .mapToObj(matching -> new TlsaRecord(
                                            usage,
                                            selector,
                                            matching,
                                            TlsaRules.data(selector, matching, certificate))));
                })
                .toList();
    }

    private int differences() {
        return (record.usage() == right.usage() ? 0 : 1)
                + (record.selector() == right.selector() ? 0 : 1)
                + (record.matching() == right.matching() ? 0 : 1);
    }
}
