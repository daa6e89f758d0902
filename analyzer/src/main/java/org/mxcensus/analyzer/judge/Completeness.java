package org.mxcensus.analyzer.judge;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.datasets.schema.ChainStatus;

/// Whether a server sends what leads from its certificate to a root.
///
/// @param roots where paths may end
/// @param certificates those of the crawl, among which a missing one may be
record Completeness(TrustRoots roots, Certificates certificates) {
    /// Certificates in a row that may be missing: few paths have more than three intermediates.
    private static final int MISSING = 4;

    /// @param sent the digests as sent, with those that come twice
    ChainStatus of(Chain chain, List<String> sent) {
        return switch (chain) {
            case Chain.Lost _ -> ChainStatus.UNMEASURED;
            case Chain.Malformed _ -> ChainStatus.UNREADABLE;
            case Chain.Parsed parsed -> of(parsed, sent);
        };
    }

    private ChainStatus of(Chain.Parsed chain, List<String> sent) {
        List<X509Certificate> path = chain.path();
        X509Certificate top = path.getLast();
        if (!Chain.selfIssued(top) && path.stream().noneMatch(roots::hasIssuerOf)) {
            return isCompletable(top, MISSING, new HashSet<>()) ? ChainStatus.INCOMPLETE : ChainStatus.UNKNOWN_ISSUER;
        }
        List<X509Certificate> all = new ArrayList<>(List.of(chain.leaf()));
        all.addAll(chain.others());
        // RFC 8446 §4.4.2: each certifies the one before it. What comes twice or is no certificate is too much.
        if (all.size() == sent.size() && path.equals(all)) {
            return path.size() > 1 && Chain.selfIssued(top) ? ChainStatus.WITH_ROOT : ChainStatus.COMPLETE;
        }
        List<X509Certificate> needed = path.subList(0, needed(path));
        List<Integer> places = needed.stream().map(all::indexOf).toList();
        return places.equals(places.stream().sorted().toList()) ? ChainStatus.WITH_EXTRA : ChainStatus.UNORDERED;
    }

    /// How many of a path a client needs: up to the first that a root has issued.
    private int needed(List<X509Certificate> path) {
        for (int i = 0; i < path.size(); i++) {
            if (roots.hasIssuerOf(path.get(i))) {
                return i + 1;
            }
        }
        return path.size();
    }

    private boolean isCompletable(X509Certificate top, int left, Set<X509Certificate> tried) {
        Optional<String> issuer = CertificateFlaws.facts(top).issuer();
        return left > 0
                && issuer.stream()
                        .flatMap(name -> certificates.authorities(name).stream())
                        .flatMap(der -> Chain.parse(der).stream())
                        .filter(tried::add)
                        .filter(authority -> isIssuedBy(top, authority))
                        .anyMatch(
                                authority -> roots.hasIssuerOf(authority) || isCompletable(authority, left - 1, tried));
    }

    static boolean isIssuedBy(X509Certificate certificate, X509Certificate authority) {
        if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false; // RuntimeException: some providers throw one at a key that is none.
        }
    }
}
