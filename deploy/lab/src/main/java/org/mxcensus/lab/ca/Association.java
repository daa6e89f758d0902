package org.mxcensus.lab.ca;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.TlsSpec;
import org.mxcensus.lab.world.TlsaData;
import org.mxcensus.lab.world.TlsaSpec;

/// The association data of TLSA records (RFC 6698 §2.1), right and wrong.
public final class Association {

    // SHA-256 of the key of Let's Encrypt Authority X3, which many hosts still name.
    private static final String RETIRED_CA = "60b87575447dcba2a36b7d11ac09fb24a9db406fee12d2cc90180517616e8a18";
    private static final byte[] NOTHING = {};
    private static final int DIGITS_CUT = 4;

    private final Authority authority;

    public Association(Authority authority) {
        this.authority = authority;
    }

    /// The data that the host publishes for this record of its.
    public byte[] data(HostSpec host, TlsaSpec tlsa) {
        return tlsa.source()
                .map(source -> data(host, tlsa, source))
                .orElseGet(() -> HexFormat.of().parseHex(tlsa.data()));
    }

    private byte[] data(HostSpec host, TlsaSpec tlsa, TlsaData source) {
        X509Certificate named = certificate(host, tlsa, source);
        byte[] selected = select(named, tlsa.selector());
        return switch (source) {
            case AUTO, PREVIOUS, NEXT, OTHER_KEY, LEAF, ISSUER, ROOT -> digest(selected, tlsa.matching());
            case RETIRED_CA -> HexFormat.of().parseHex(RETIRED_CA);
            case OTHER_SELECTOR -> digest(select(named, 1 - tlsa.selector()), tlsa.matching());
            case OTHER_MATCHING -> digest(selected, 3 - tlsa.matching());
            case EMPTY -> digest(NOTHING, tlsa.matching());
            case PEM -> digest(pem(selected, tlsa.selector()), tlsa.matching());
            case TYPO -> mistyped(digest(selected, tlsa.matching()));
            case CUT -> {
                byte[] whole = digest(selected, tlsa.matching());
                yield Arrays.copyOf(whole, whole.length - DIGITS_CUT / 2);
            }
        };
    }

    /// RFC 6698 §2.1.1: usages 0 and 2 name an authority, 1 and 3 the server itself.
    private X509Certificate certificate(HostSpec host, TlsaSpec tlsa, TlsaData source) {
        TlsSpec tls = host.smtp().tls();
        int number = tls.number();
        KeyType type = tls.keyType().first();
        return switch (source) {
            case PREVIOUS -> leaf(host, type, number - 1);
            case NEXT -> leaf(host, type, number + 1);
            case OTHER_KEY -> leaf(host, tls.keyType().met(false), number);
            case LEAF -> leaf(host, type, number);
            case ISSUER -> authority.anchor(tls.cert());
            case ROOT, RETIRED_CA -> authority.root();
            case AUTO, OTHER_SELECTOR, OTHER_MATCHING, EMPTY, PEM, TYPO, CUT ->
                tlsa.usage() % 2 == 0 ? authority.anchor(tls.cert()) : leaf(host, type, number);
        };
    }

    private X509Certificate leaf(HostSpec host, KeyType type, int number) {
        return authority
                .identity(host.name(), host.smtp().tls().cert(), type, number)
                .leaf();
    }

    private static byte[] mistyped(byte[] data) {
        byte[] copy = data.clone();
        copy[copy.length / 2] ^= 0x10;
        return copy;
    }

    private static byte[] pem(byte[] selected, int selector) {
        return Pem.text(selector == 0 ? "CERTIFICATE" : "PUBLIC KEY", selected).getBytes(StandardCharsets.US_ASCII);
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
