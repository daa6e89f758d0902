package org.mxcensus.lab.ca;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.TlsSpec;
import org.mxcensus.lab.world.TlsaSpec;

/// The association data of TLSA records (RFC 6698 §2.1).
public final class Association {

    private final Authority authority;

    public Association(Authority authority) {
        this.authority = authority;
    }

    /// The data that the host publishes for this record of its.
    public byte[] data(HostSpec host, TlsaSpec tlsa) {
        if (!tlsa.isAuto() && !tlsa.isPrevious()) {
            return HexFormat.of().parseHex(tlsa.data());
        }
        TlsSpec tls = host.smtp().tls();
        int number = tlsa.isPrevious() ? tls.number() - 1 : tls.number();
        // RFC 6698 §2.1.1: usages 0 and 2 name an authority, 1 and 3 the server itself.
        X509Certificate named = tlsa.usage() % 2 == 0
                ? authority.anchor(tls.cert())
                : authority
                        .identity(host.name(), tls.cert(), tls.keyType().first(), number)
                        .leaf();
        return digest(select(named, tlsa.selector()), tlsa.matching());
    }

    private static byte[] select(X509Certificate certificate, int selector) {
        try {
            // RFC 6698 §2.1.2
            return selector == 0
                    ? certificate.getEncoded()
                    : certificate.getPublicKey().getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a certificate of the lab cannot be written", impossible);
        }
    }

    private static byte[] digest(byte[] content, int matching) {
        try {
            // RFC 6698 §2.1.3; TlsaSpec lets no other through.
            return switch (matching) {
                case 0 -> content;
                case 1 -> MessageDigest.getInstance("SHA-256").digest(content);
                case 2 -> MessageDigest.getInstance("SHA-512").digest(content);
                default -> throw new IllegalArgumentException("no matching type " + matching);
            };
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-2", impossible);
        }
    }
}
