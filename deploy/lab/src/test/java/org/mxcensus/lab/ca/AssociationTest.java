package org.mxcensus.lab.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.TlsaSpec;

/// Given a word in a world file: the data that its TLSA record gets.
class AssociationTest {

    private static final String NAME = "mx.example.net";
    private static final Authority AUTHORITY = new Authority(7, Instant.parse("2026-06-01T00:00:00Z"));
    private static final HostSpec HOST = HostSpec.of(NAME)
            .withSmtp(SmtpSpec.DEFAULT.withKeyType(KeyType.DUAL).withKey(3));

    private final X509Certificate leaf = leaf(KeyType.P_256, 3);

    @Test
    void rightDataIsOfTheServerOrOfItsAuthority() throws Exception {
        assertThat(data("3 1 1 auto")).isEqualTo(sha256(key(leaf)));
        assertThat(data("2 0 1 auto")).isEqualTo(sha256(AUTHORITY.intermediate().getEncoded()));
        assertThat(data("2 1 1 leaf")).isEqualTo(sha256(key(leaf)));
        assertThat(data("3 0 1 issuer"))
                .isEqualTo(sha256(AUTHORITY.intermediate().getEncoded()));
        assertThat(data("2 0 1 root")).isEqualTo(sha256(AUTHORITY.root().getEncoded()));
    }

    @Test
    void aServerHasHadKeysAndWillHaveMore() throws Exception {
        assertThat(data("3 1 1 previous")).isEqualTo(sha256(key(leaf(KeyType.P_256, 2))));
        assertThat(data("3 1 1 next")).isEqualTo(sha256(key(leaf(KeyType.P_256, 4))));
        assertThat(data("3 1 1 other-key")).isEqualTo(sha256(key(leaf(KeyType.RSA_2048, 3))));
    }

    @Test
    void otherParametersThanThoseThatStandThere() throws Exception {
        assertThat(data("3 1 1 other-selector")).isEqualTo(sha256(leaf.getEncoded()));
        assertThat(data("3 0 1 other-selector")).isEqualTo(sha256(key(leaf)));
        assertThat(data("3 1 2 other-matching")).isEqualTo(sha256(key(leaf)));
    }

    @Test
    void slipsOfTheHand() throws Exception {
        assertThat(data("3 1 1 empty")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(leaf.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        assertThat(data("3 0 1 pem")).isEqualTo(sha256(pem.getBytes(StandardCharsets.US_ASCII)));
        String right = sha256(key(leaf));
        String typo = data("3 1 1 typo");
        assertThat(IntStream.range(0, right.length()).filter(i -> right.charAt(i) != typo.charAt(i)))
                .hasSize(1);
        assertThat(right)
                .startsWith(data("3 1 1 cut"))
                .hasSizeGreaterThan(data("3 1 1 cut").length());
    }

    /// The pin that was published for it: `YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=`.
    @Test
    void theRetiredAuthorityIsOneThatThereWas() {
        assertThat(data("2 1 1 retired-ca"))
                .isEqualTo(HexFormat.of()
                        .formatHex(Base64.getDecoder().decode("YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=")));
    }

    private static X509Certificate leaf(KeyType type, int number) {
        return AUTHORITY.identity(NAME, CertificateKind.CA_SIGNED, type, number).leaf();
    }

    private static String data(String tlsa) {
        return HexFormat.of().formatHex(new Association(AUTHORITY).data(HOST, TlsaSpec.parse(tlsa)));
    }

    private static byte[] key(X509Certificate certificate) {
        return certificate.getPublicKey().getEncoded();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
