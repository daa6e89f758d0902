package org.mxcensus.crawler.real;

import java.util.List;
import java.util.Map;
import org.mxcensus.datasets.observation.TlsSession;

/// A TLS session as a client reports it, in OpenSSL's words.
///
/// @param version `TLSv1.3`; empty where none came about
/// @param cipher by OpenSSL's name
/// @param group by IANA's name; empty for key transport by RSA
/// @param signature by IANA's name of the scheme; empty where none was needed
/// @param chain SHA-256 of each certificate, as sent
record Seen(String version, String cipher, String group, String signature, List<String> chain) {

    /// OpenSSL tells the kind of key and the digest, and old versions call groups by other names.
    private static final Map<String, String> SIGNATURES = Map.of(
            "ECDSA SHA256", "ecdsa_secp256r1_sha256",
            "RSA-PSS SHA256", "rsa_pss_rsae_sha256",
            "RSA SHA256", "rsa_pkcs1_sha256");

    private static final Map<String, String> GROUPS = Map.of(
            "prime256v1", "P-256",
            "secp384r1", "P-384");

    /// @throws IllegalArgumentException for a pair that no test expects
    static String signature(String key, String digest) {
        if (key.isEmpty() || key.contains("_")) {
            // From OpenSSL 3.5 on it is the scheme itself.
            return key;
        }
        String scheme = SIGNATURES.get(key + " " + digest);
        if (scheme == null) {
            throw new IllegalArgumentException("a signature by " + key + " over " + digest);
        }
        return scheme;
    }

    static String group(String name) {
        return GROUPS.getOrDefault(name, name);
    }

    /// What our probe recorded, in the same words.
    static Seen by(TlsSession session) {
        return new Seen(
                session.version(),
                opensslName(session.cipher()),
                session.group().orElse(""),
                session.signature().orElse(""),
                session.chain());
    }

    /// `ECDHE-RSA-AES128-GCM-SHA256` for `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`; TLS 1.3 suites have one name.
    static String opensslName(String cipher) {
        return cipher.contains("_WITH_")
                ? cipher.substring("TLS_".length())
                        .replace("_WITH_", "-")
                        .replaceAll("AES_(\\d+)", "AES$1")
                        .replace("_POLY1305_SHA256", "_POLY1305")
                        .replace('_', '-')
                : cipher;
    }
}
