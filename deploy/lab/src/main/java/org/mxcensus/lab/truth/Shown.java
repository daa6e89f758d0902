package org.mxcensus.lab.truth;

import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.TlsSpec;

/// The certificate that a mail server shows, by what it follows from: two that are equal are the same certificate.
///
/// @param name what it is made for
/// @param type of its key; never two
/// @param number of its key
record Shown(String name, CertificateKind kind, KeyType type, int number) {

    /// What a host shows as its own to a client that takes every key.
    static Shown by(HostSpec host) {
        TlsSpec tls = host.smtp().tls();
        return of(host, tls.keyType().first(), tls.number());
    }

    /// What a host has for a client that takes no key of ECDSA; the same as [#by] where it has one key only.
    static Shown second(HostSpec host) {
        TlsSpec tls = host.smtp().tls();
        return of(host, tls.keyType().met(false), tls.number());
    }

    static Shown of(HostSpec host, KeyType type, int number) {
        CertificateKind kind = host.smtp().tls().cert();
        String name = kind == CertificateKind.WILDCARD ? CertificateKind.wildcard(host.name()) : host.name();
        return new Shown(name, kind, type, number);
    }

    boolean hasKeyOf(Shown other) {
        return name.equals(other.name) && type == other.type && number == other.number;
    }

    /// Whether it leads to the lab's root.
    boolean isTrusted() {
        return switch (kind) {
            case CA_SIGNED,
                    WITH_ROOT,
                    SHUFFLED,
                    LONG_CHAIN,
                    WILDCARD,
                    WRONG_NAME,
                    NO_SAN,
                    IP_SAN,
                    SHA1,
                    HUGE,
                    NAMED_ONLY -> true;
            case CA_SIGNED_NO_CHAIN, MISSING_LINK, EXPIRED_ISSUER, SELF_SIGNED, UNKNOWN_CA, EXPIRED, NOT_YET_VALID ->
                false;
            // RFC 6151 §2: nobody takes this any more. SHA-1 goes out of use and is a matter of grades.
            case MD5 -> false;
        };
    }

    /// RFC 9525 §6.3: only a DNS name among the alternative names counts.
    boolean isFor(String host) {
        return switch (kind) {
            case WRONG_NAME, NO_SAN, IP_SAN -> false;
            case WILDCARD -> name.equals(CertificateKind.wildcard(host));
            default -> name.equals(host);
        };
    }
}
