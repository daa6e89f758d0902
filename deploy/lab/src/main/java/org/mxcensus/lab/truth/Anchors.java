package org.mxcensus.lab.truth;

import java.util.Optional;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.TlsaData;

/// What DANE-TA(2) finds in the chains that the lab's servers send (RFC 7672 §3.1.2).
final class Anchors {

    private Anchors() {}

    /// Whether the authority goes with the leaf that TLSA records of usage 2 name.
    static boolean sends(CertificateKind kind) {
        return kind != CertificateKind.CA_SIGNED_NO_CHAIN && kind != CertificateKind.SELF_SIGNED;
    }

    static boolean sendsRoot(CertificateKind kind) {
        return kind == CertificateKind.WITH_ROOT || kind == CertificateKind.SHUFFLED;
    }

    /// Whether what a record names is an authority above those sent.
    static boolean liesAbove(TlsaData named, CertificateKind kind) {
        return switch (named) {
            case AUTO, ISSUER -> kind == CertificateKind.CA_SIGNED_NO_CHAIN;
            case ROOT -> kind != CertificateKind.SELF_SIGNED && kind != CertificateKind.UNKNOWN_CA;
            default -> false;
        };
    }

    /// Whether the authority that a host of one kind names has issued a leaf of another.
    static boolean isIssuer(CertificateKind named, CertificateKind shown) {
        return family(named).equals(family(shown)) && shown != CertificateKind.SELF_SIGNED;
    }

    private static String family(CertificateKind kind) {
        return switch (kind) {
            case SHA1, MD5 -> "rsa";
            case UNKNOWN_CA -> "stranger";
            case EXPIRED_ISSUER -> "expired";
            default -> "intermediate";
        };
    }

    /// What is wrong between the leaf and an anchor above it; empty where nothing is.
    ///
    /// @param base the host whose records name the anchor
    static Optional<DaneCause> fault(Shown leaf, HostSpec base) {
        return switch (leaf.kind()) {
            // RFC 7672 §3.2.3: without a DNS name the common name counts.
            case CA_SIGNED,
                    CA_SIGNED_NO_CHAIN,
                    WITH_ROOT,
                    SHUFFLED,
                    LONG_CHAIN,
                    UNKNOWN_CA,
                    WILDCARD,
                    NO_SAN,
                    IP_SAN,
                    SHA1,
                    HUGE,
                    // Where an authority has not issued itself, nobody looks at its own dates as an anchor (RFC 5280
                    // §6.1.1).
                    EXPIRED_ISSUER,
                    NAMED_ONLY ->
                leaf.name().equals(Shown.by(base).name()) ? Optional.empty() : Optional.of(DaneCause.NAME);
            // RFC 6151 §2: no library takes a signature with MD5.
            case MISSING_LINK, MD5, SELF_SIGNED -> Optional.of(DaneCause.PATH_INVALID);
            case EXPIRED, NOT_YET_VALID -> Optional.of(DaneCause.EXPIRED);
            case WRONG_NAME -> Optional.of(DaneCause.NAME);
        };
    }
}
