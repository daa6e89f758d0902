package org.mxcensus.analyzer.judge;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.datasets.schema.TrustFault;

/// Certification path validation (RFC 5280 §6) as a TLS client does it: with what the server sent, in any order.
/// Revocation is not looked at, as mail servers do not look at it either.
final class PathJudge {
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final int KEY_CERT_SIGN = 5;
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private PathJudge() {}

    /// Whether the chain leads to one of the roots.
    ///
    /// @param at when the chain was seen
    static Trust judge(Chain chain, TrustRoots roots, Instant at) {
        return switch (chain) {
            case Chain.Lost _ -> new Trust.Unknown();
            case Chain.Malformed _ -> new Trust.Untrusted(TrustFault.MALFORMED);
            case Chain.Parsed parsed -> judge(parsed, roots, at);
        };
    }

    private static Trust judge(Chain.Parsed chain, TrustRoots roots, Instant at) {
        if (roots.contains(chain.leaf())) {
            return dates(chain.leaf(), at).<Trust>map(Trust.Untrusted::new).orElseGet(Trust.Trusted::new);
        }
        PathSearch search = new PathSearch(chain, roots, path -> fault(path.certificates(), path.anchor(), at));
        if (!search.succeeds()) {
            return new Trust.Untrusted(fault(chain, search, at));
        }
        return isForServers(chain.leaf()) ? new Trust.Trusted() : new Trust.Untrusted(TrustFault.NOT_PERMITTED);
    }

    /// RFC 5280 §4.2.1.12: where purposes are listed, authentication of servers must be among them.
    static boolean isForServers(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            return purposes == null || purposes.contains(SERVER_AUTHENTICATION) || purposes.contains(ANY_PURPOSE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /// Why a chain that does not lead to a root does not.
    private static TrustFault fault(Chain.Parsed chain, PathSearch search, Instant at) {
        Optional<TrustFault> date = chain.path().stream()
                .flatMap(certificate -> dates(certificate, at).stream())
                .findFirst();
        if (date.isPresent()) {
            return date.get();
        }
        return Chain.selfIssued(chain.leaf())
                ? TrustFault.SELF_SIGNED
                : search.fault().orElse(TrustFault.UNKNOWN_ISSUER);
    }

    /// RFC 5280 §6.1.1 leaves open what anchors must be like; the libraries of mail servers ask of roots what they ask
    /// of any authority. Version 1 knew no extensions.
    static boolean isAuthority(X509Certificate root) {
        boolean[] usage = root.getKeyUsage();
        return (root.getVersion() < 3 || root.getBasicConstraints() >= 0)
                && (usage == null || usage[KEY_CERT_SIGN])
                && !root.hasUnsupportedCriticalExtension();
    }

    /// What is wrong with a path below a root; empty where nothing is.
    private static Optional<TrustFault> fault(List<X509Certificate> path, TrustAnchor anchor, Instant at) {
        X509Certificate root = anchor.getTrustedCert();
        return dates(root, at)
                .or(() -> isAuthority(root) ? Optional.empty() : Optional.of(TrustFault.NOT_PERMITTED))
                .or(() ->
                        CertificateFlaws.of(path).isEmpty() ? Optional.empty() : Optional.of(TrustFault.WEAK_ALGORITHM))
                .or(() -> validated(path, root, anchor, at));
    }

    /// The name constraints of a root (RFC 5280 §4.2.1.10) bind as those of any authority do. The JDK's validator
    /// leaves them out, unless the root goes with the path and its bare key is the anchor.
    private static Optional<TrustFault> validated(
            List<X509Certificate> path, X509Certificate root, TrustAnchor anchor, Instant at) {
        if (root.getExtensionValue(NAME_CONSTRAINTS) == null || !Chain.selfIssued(root)) {
            return validate(path, anchor, at);
        }
        List<X509Certificate> withRoot = new ArrayList<>(path);
        withRoot.add(root);
        return validate(withRoot, new TrustAnchor(root.getSubjectX500Principal(), root.getPublicKey(), null), at);
    }

    /// Whether a certificate's dates leave out the moment.
    static Optional<TrustFault> dates(X509Certificate certificate, Instant at) {
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of(TrustFault.EXPIRED);
        }
        return at.isBefore(certificate.getNotBefore().toInstant())
                ? Optional.of(TrustFault.NOT_YET_VALID)
                : Optional.empty();
    }

    /// What is wrong with a path, given from the leaf to the certificate that the anchor issued.
    ///
    /// @return empty where nothing is
    static Optional<TrustFault> validate(List<X509Certificate> path, TrustAnchor anchor, Instant at) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(fault(e.getReason()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrustFault fault(CertPathValidatorException.Reason reason) {
        return switch (reason) {
            case BasicReason basic ->
                switch (basic) {
                    case EXPIRED -> TrustFault.EXPIRED;
                    case NOT_YET_VALID -> TrustFault.NOT_YET_VALID;
                    case INVALID_SIGNATURE -> TrustFault.BAD_SIGNATURE;
                    case ALGORITHM_CONSTRAINED -> TrustFault.WEAK_ALGORITHM;
                    case UNSPECIFIED, REVOKED, UNDETERMINED_REVOCATION_STATUS -> TrustFault.NOT_PERMITTED;
                };
            case PKIXReason pkix ->
                switch (pkix) {
                    case NO_TRUST_ANCHOR, NAME_CHAINING -> TrustFault.UNKNOWN_ISSUER;
                    case UNRECOGNIZED_CRIT_EXT,
                            NOT_CA_CERT,
                            PATH_TOO_LONG,
                            INVALID_KEY_USAGE,
                            INVALID_POLICY,
                            INVALID_NAME -> TrustFault.NOT_PERMITTED;
                };
            default -> TrustFault.NOT_PERMITTED;
        };
    }
}
