package org.mxcensus.analyzer.judge;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.records.X509Facts;
import org.mxcensus.datasets.schema.Finding;

/// What holds of a leaf certificate, whichever host shows it.
///
/// @param notAfter its last moment; empty where it is not known
/// @param daneNames see [Names#daneNames]
record Leaf(Finding selfSigned, Finding rsaKey, Finding ecKey, Optional<Instant> notAfter, List<String> daneNames) {

    /// One that is lost, or cannot be read.
    private static final Leaf UNREAD =
            new Leaf(Finding.UNMEASURED, Finding.UNMEASURED, Finding.UNMEASURED, Optional.empty(), List.of());

    static Leaf of(Chain chain) {
        return switch (chain) {
            case Chain.Parsed parsed -> of(parsed.leaf());
            case Chain.Malformed _, Chain.Lost _ -> UNREAD;
        };
    }

    private static Leaf of(X509Certificate leaf) {
        X509Facts facts = CertificateFlaws.facts(leaf);
        Optional<String> algorithm = facts.keyAlgorithm();
        return new Leaf(
                Finding.of(Completeness.isIssuedBy(leaf, leaf)),
                is(algorithm, "RSA", "RSASSA-PSS"),
                is(algorithm, "EC"),
                Optional.of(leaf.getNotAfter().toInstant()),
                Names.daneNames(leaf));
    }

    private static Finding is(Optional<String> algorithm, String... wanted) {
        return algorithm.map(name -> Finding.of(List.of(wanted).contains(name))).orElse(Finding.UNMEASURED);
    }

    /// Whether it ends within some time after it was seen, or had ended.
    Finding endsWithin(Duration time, Instant seen) {
        return notAfter.map(end -> Finding.of(end.isBefore(seen.plus(time)))).orElse(Finding.UNMEASURED);
    }

    /// Whether it names a host as DANE-TA(2) compares names.
    Finding names(String host) {
        return notAfter.isPresent() ? Finding.of(Names.match(daneNames, host)) : Finding.UNMEASURED;
    }
}
