package org.mxcensus.cli.real;

import java.util.EnumSet;
import java.util.Set;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.TlsGroup;
import org.mxcensus.lab.world.TlsSpec;
import org.mxcensus.lab.world.TlsSupport;

/// How OpenSSL is told what to speak, old and weak things included.
final class OpenSsl {

    private static final Set<TlsSupport> VERSIONS =
            EnumSet.of(TlsSupport.TLS_1_2_AND_1_3, TlsSupport.TLS_1_3, TlsSupport.TLS_1_2);
    private static final Set<KeyType> KEYS = EnumSet.of(KeyType.P_256, KeyType.P_384, KeyType.RSA_2048, KeyType.DUAL);
    private static final Set<CertificateKind> WEAK = EnumSet.of(CertificateKind.SHA1, CertificateKind.MD5);

    private OpenSsl() {}

    /// Whether any TLS library of today speaks so without being urged.
    static boolean isUsual(TlsSpec tls) {
        return VERSIONS.contains(tls.support())
                && KEYS.contains(tls.keyType())
                && !WEAK.contains(tls.cert())
                && tls.group() == TlsGroup.CLASSIC;
    }

    /// The suites of TLS 1.2 and before. By default OpenSSL refuses what has less than 112 bits, and old digests.
    static String ciphers(TlsSupport support) {
        String suites = switch (support) {
            case TLS_1_2_AND_1_3, TLS_1_3, TLS_1_2 -> "DEFAULT";
            case TLS_1_1, TLS_1_0 -> "ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA:AES128-SHA";
            case DHE -> "DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES128-SHA";
            case KEY_TRANSPORT -> "AES128-GCM-SHA256:AES128-SHA";
        };
        return suites + ":@SECLEVEL=0";
    }

    /// @param separator between two
    static String groups(TlsGroup group, String separator) {
        return switch (group) {
            case CLASSIC -> String.join(separator, "X25519", "prime256v1", "secp384r1");
            case X25519 -> "X25519";
            case P_256 -> "prime256v1";
            case P_384 -> "secp384r1";
            // Only newer ones have it.
            case X25519MLKEM768 -> "X25519MLKEM768";
        };
    }
}
