package org.mxcensus.crawler.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mxcensus.ledger.fuzz.Fuzz;

/// What a server sends during a handshake, changed at random: the scheme of its signature is told, or is not known.
class FlightsUnderFuzzTest {
    private static final byte[] SECRET = new byte[48];

    @Test
    void whateverAServerSends() throws Exception {
        new Fuzz("server-flights", List.of(keyExchange(), proof())).run(input -> {
            for (String cipher : List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_DHE_RSA_WITH_AES_128_CBC_SHA")) {
                assertThat(ServerFlight.scheme(input, "TLSv1.2", cipher, null)).isNotNull();
            }
            for (String cipher : List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256")) {
                assertThat(ServerFlight.scheme(input, "TLSv1.3", cipher, SECRET))
                        .isNotNull();
            }
        });
    }

    /// A ServerHello that is cut short, then parameters of X25519 signed with rsa_pss_rsae_sha256.
    private static byte[] keyExchange() {
        String hello = "02000002" + "0303";
        String exchange = "0c00000c" + "03001d02abcd" + "0804" + "0002beef";
        return record(22, hello + exchange);
    }

    /// Encrypted under no key that we have.
    private static byte[] proof() {
        return HexFormat.of()
                .parseHex(HexFormat.of().formatHex(record(20, "01"))
                        + HexFormat.of().formatHex(record(23, "00".repeat(64))));
    }

    private static byte[] record(int type, String content) {
        return HexFormat.of().parseHex("%02x0303%04x%s".formatted(type, content.length() / 2, content));
    }
}
