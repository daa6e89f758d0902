package org.mxcensus.analyzer.judge;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.TlsFlaw;

/// What a TLS session itself shows, apart from its certificates: flaws by RFC 9325, and its key exchange.
final class SessionFlaws {
    private static final String TLS12 = "TLSv1.2";
    private static final String TLS13 = "TLSv1.3";
    private static final int SHORTEST_DH = 2048;
    private static final int SMALLEST_CURVE = 224;

    /// `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`; before TLS 1.0 suites began with SSL.
    private static final Pattern SUITE = Pattern.compile("(?:TLS|SSL)_(.+?)_WITH_(.+)");
    private static final Pattern FINITE_FIELD = Pattern.compile("(?:ffdhe|dhe?)[-_ ]?(\\d{3,5})");
    private static final Pattern CURVE = Pattern.compile("(?:sec[pt]|p-|brainpoolp)(\\d{3})[a-z]?\\d?.*");
    /// RFC 9325 speaks of ciphers by their strength; these names have less than 112 bits.
    private static final Pattern BELOW_112 = Pattern.compile("(?:DES|DES40|RC2)_.*|.*_(?:40|56)_.*");

    private SessionFlaws() {}

    static Set<TlsFlaw> of(TlsSession session) {
        Set<TlsFlaw> flaws = EnumSet.noneOf(TlsFlaw.class);
        // RFC 9325 §3.1.1: TLS 1.3 was offered, so a lower version is the server's choice.
        switch (session.version()) {
            case TLS13 -> {}
            case TLS12 -> flaws.add(TlsFlaw.NO_TLS13);
            default -> flaws.add(TlsFlaw.OLD_VERSION);
        }
        Matcher suite = SUITE.matcher(session.cipher());
        if (suite.matches()) { // those of TLS 1.3 name no key exchange, and are good (RFC 9325 §4.3)
            flaws.addAll(keyExchange(suite.group(1)));
            flaws.addAll(cipher(suite.group(2)));
        }
        session.group().map(SessionFlaws::group).ifPresent(flaws::addAll);
        session.signature()
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .filter(scheme -> scheme.contains("sha1") || scheme.contains("md5"))
                .ifPresent(_ -> flaws.add(TlsFlaw.SHA1_HANDSHAKE)); // RFC 9155 §4
        return flaws;
    }

    // RFC 9325 §4.1.
    private static List<TlsFlaw> keyExchange(String exchange) {
        boolean ephemeral = exchange.startsWith("ECDHE_") || exchange.startsWith("DHE_") || exchange.contains("anon");
        boolean finite = exchange.startsWith("DHE_") || exchange.startsWith("DH_");
        Set<TlsFlaw> flaws = EnumSet.noneOf(TlsFlaw.class);
        if (!ephemeral) {
            flaws.add(TlsFlaw.NO_FORWARD_SECRECY);
        }
        if (finite) {
            flaws.add(TlsFlaw.FINITE_FIELD_DH);
        }
        if (exchange.contains("EXPORT")) {
            flaws.add(TlsFlaw.CIPHER_BELOW_112);
        }
        return List.copyOf(flaws);
    }

    // RFC 9325 §4.1 and §4.2.
    private static List<TlsFlaw> cipher(String cipher) {
        if (cipher.startsWith("NULL")) {
            return List.of(TlsFlaw.NULL_CIPHER);
        }
        if (cipher.startsWith("RC4")) {
            return List.of(TlsFlaw.RC4, TlsFlaw.NO_AEAD);
        }
        if (BELOW_112.matcher(cipher).matches()) {
            return List.of(TlsFlaw.CIPHER_BELOW_112, TlsFlaw.NO_AEAD);
        }
        if (cipher.startsWith("3DES")) {
            return List.of(TlsFlaw.CIPHER_BELOW_128, TlsFlaw.NO_AEAD);
        }
        boolean aead = cipher.contains("GCM") || cipher.contains("CCM") || cipher.contains("POLY1305");
        return aead ? List.of() : List.of(TlsFlaw.NO_AEAD);
    }

    // RFC 9325 §4.5.
    private static List<TlsFlaw> group(String group) {
        String name = group.toLowerCase(Locale.ROOT);
        Matcher field = FINITE_FIELD.matcher(name);
        if (field.matches() && Integer.parseInt(field.group(1)) < SHORTEST_DH) {
            return List.of(TlsFlaw.SHORT_DH);
        }
        Matcher curve = CURVE.matcher(name);
        return curve.matches() && !isHybrid(name) && Integer.parseInt(curve.group(1)) < SMALLEST_CURVE
                ? List.of(TlsFlaw.SMALL_CURVE)
                : List.of();
    }

    /// Whether what is encrypted today stays secret before the quantum computers of tomorrow: the group has ML-KEM
    /// (FIPS 203), or Kyber, its draft. Only TLS 1.3 has such groups.
    static Finding postQuantum(TlsSession session) {
        if (!isTls13(session)) {
            return Finding.NO;
        }
        return session.group()
                .map(group -> Finding.of(isHybrid(group.toLowerCase(Locale.ROOT))))
                .orElse(Finding.UNMEASURED);
    }

    static boolean isTls13(TlsSession session) {
        return session.version().equals(TLS13);
    }

    private static boolean isHybrid(String group) {
        return group.contains("mlkem") || group.contains("kyber");
    }
}
