package org.mxcensus.analyzer.judge;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// The names in a certificate and whether they fit a reference identifier.
final class Names {
    private static final int DNS_NAME = 2;

    private Names() {}

    /// The dNSName entries of the subject alternative name.
    static List<String> dnsNames(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /// What DANE-TA(2) compares: DNS names, and the common name only where there is none (RFC 7672 §3.2.3).
    static List<String> daneNames(X509Certificate certificate) {
        List<String> names = dnsNames(certificate);
        return names.isEmpty() ? commonNames(certificate) : names;
    }

    private static List<String> commonNames(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
        } catch (InvalidNameException e) {
            return List.of();
        }
    }

    static boolean match(List<String> presented, String reference) {
        return presented.stream().anyMatch(name -> matches(name, reference));
    }

    /// RFC 9525 §6.3: a wildcard is the whole leftmost label and stands for exactly one label. Of a top-level domain
    /// it stands for nothing, as OpenSSL has it, by which most mail servers compare.
    private static boolean matches(String presented, String reference) {
        String name = presented.toLowerCase(Locale.ROOT);
        if (!name.startsWith("*.")) {
            return name.equals(reference);
        }
        int dot = reference.indexOf('.');
        return dot > 0 && name.indexOf('.', 2) > 0 && reference.substring(dot).equals(name.substring(1));
    }
}
