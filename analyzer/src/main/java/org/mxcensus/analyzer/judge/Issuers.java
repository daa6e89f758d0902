package org.mxcensus.analyzer.judge;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/// Finds the authorities that have issued a certificate, among the trusted roots and those of the crawl.
record Issuers(TrustRoots roots, Certificates certificates) {

    List<X509Certificate> of(X509Certificate certificate) {
        Stream<X509Certificate> seen = CertificateFlaws.facts(certificate).issuer().stream()
                .flatMap(name -> certificates.authorities(name).stream())
                .flatMap(der -> Chain.parse(der).stream());
        return Stream.concat(roots.over(certificate), seen)
                .distinct()
                .filter(authority -> Completeness.isIssuedBy(certificate, authority))
                .toList();
    }
}
