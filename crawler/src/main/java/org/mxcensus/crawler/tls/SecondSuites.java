package org.mxcensus.crawler.tls;

import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;

/// The cipher suites that a [SecondClient] offers, and their names.
final class SecondSuites {

    /// The library has IANA's names as the names of constants only.
    private static final Map<Integer, String> NAMES = names();

    private static final Pattern EXCHANGE =
            Pattern.compile("TLS_(AES|CHACHA20|RSA_WITH|DHE_RSA|DHE_DSS|ECDHE_RSA|ECDHE_ECDSA|(EC)?DH_anon)_.*");
    /// What mail servers have never had is not offered: a long list is itself a reason to fail.
    private static final Pattern RARE = Pattern.compile("NULL|ARIA|_CCM|PSK|SRP|_SM4_|GOST|KUZNYECHIK|MAGMA");
    /// RFC 8446 §B.4: a suite of TLS 1.3 names no key.
    private static final Pattern OF_TLS13 = Pattern.compile("TLS_(AES|CHACHA20)_.*");

    private static final List<Pattern> WORST_LAST = List.of(
            Pattern.compile("anon"),
            Pattern.compile("3DES|RC4|SEED"),
            Pattern.compile("TLS_RSA_"),
            Pattern.compile("CBC"));

    private SecondSuites() {}

    private static Map<Integer, String> names() {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (Field field : CipherSuite.class.getFields()) {
            try {
                if (field.getType() == int.class && field.getName().startsWith("TLS_")) {
                    names.put(field.getInt(null), field.getName());
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("a constant of a public type is public", e);
            }
        }
        return names;
    }

    /// @return the IANA name; the number where there is none
    static String name(int suite) {
        return NAMES.getOrDefault(suite, "0x%04X".formatted(suite));
    }

    /// @return what the library can do of what is to be offered, the best first
    static int[] offered(SecondClient.Offer offer, TlsCrypto crypto) {
        Predicate<String> wanted = switch (offer) {
            case OLD_TLS -> name -> !OF_TLS13.matcher(name).matches();
            case RSA_KEYS -> name -> OF_TLS13.matcher(name).matches() || name.contains("RSA_WITH");
            case EC_KEYS -> name -> OF_TLS13.matcher(name).matches() || name.contains("_ECDSA_");
        };
        Stream<Map.Entry<Integer, String>> known = NAMES.entrySet().stream()
                .filter(suite -> EXCHANGE.matcher(suite.getValue()).matches())
                .filter(suite -> !RARE.matcher(suite.getValue()).find())
                .filter(suite -> wanted.test(suite.getValue()))
                .filter(suite -> TlsUtils.isSupportedCipherSuite(crypto, suite.getKey()));
        return known.sorted(Comparator.comparingInt(suite -> badness(suite.getValue())))
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int badness(String name) {
        int badness = 0;
        for (Pattern bad : WORST_LAST) {
            badness = 2 * badness + (bad.matcher(name).find() ? 1 : 0);
        }
        return badness;
    }
}
