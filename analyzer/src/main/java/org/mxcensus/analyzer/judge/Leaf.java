package org.mxcensus.analyzer.judge;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.records.X509Facts;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.IssuerName;

/// What holds of a leaf certificate, whichever host shows it.
///
/// @param notAfter its last moment; empty where it is not known
/// @param dnsNames dNSName entries of the subject alternative name
/// @param daneNames see [Names#daneNames]
/// @param issuer who issued it, as [IssuerName] has it; empty where it cannot be read, or its issuer has no name
record Leaf(
        Finding selfSigned,
        Finding rsaKey,
        Finding ecKey,
        Optional<Instant> notAfter,
        List<String> dnsNames,
        List<String> daneNames,
        Optional<String> issuer) {

    /// One that is lost, or cannot be read.
    private static final Leaf UNREAD = new Leaf(
            Finding.UNMEASURED,
            Finding.UNMEASURED,
            Finding.UNMEASURED,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());

    static Leaf of(Chain chain) {
        return switch (chain) {
            case Chain.Parsed parsed -> of(parsed.leaf());
            case Chain.Malformed _, Chain.Lost _ -> UNREAD;
        };
    }

    private static Leaf of(X509Certificate leaf) {
        X509Facts facts = CertificateFlaws.facts(leaf);
        Optional<String> algorithm = facts.keyAlgorithm();
        boolean selfSigned = Completeness.isIssuedBy(leaf, leaf);
        return new Leaf(
                Finding.of(selfSigned),
                is(algorithm, "RSA", "RSASSA-PSS"),
                is(algorithm, "EC"),
                Optional.of(leaf.getNotAfter().toInstant()),
                facts.dnsNames(),
                Names.daneNames(facts),
                selfSigned
                        ? Optional.of(IssuerName.SELF_SIGNED)
                        : facts.issuerName().map(IssuerName::of));
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
