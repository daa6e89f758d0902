package org.mxcensus.datasets.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.schema.CertificateMapping;

/// The certificates beside this test were made with openssl.
class X509FactsTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void readsNamesOfEveryKind() {
        assertThat(X509Facts.of(certificate("rsa")))
                .isEqualTo(new X509Facts(
                        Optional.of("1"),
                        Optional.of("CN=mx1.example.nl,O=Größe\\, Ltd.,C=NL"),
                        Optional.of("CN=mx1.example.nl,O=Größe\\, Ltd.,C=NL"),
                        Optional.of("Größe, Ltd."),
                        List.of("mx1.example.nl"),
                        List.of("mx1.example.nl", "*.Example.NL"),
                        List.of("192.0.2.1", "2001:db8::1:0:0:1"),
                        Optional.of(FROM),
                        Optional.of(TO),
                        Optional.of("RSA"),
                        OptionalInt.of(2048),
                        Optional.of("SHA256withRSA"),
                        Optional.of("SHA-256"),
                        Optional.of("e7e8fb8fb551bd59614cf8d3fa3ca8def750844d83e02e019305ed4bfc7b4cf5"),
                        Optional.of(false),
                        List.of()));
    }

    @Test
    void readsACertificateWithoutAlternativeNames() {
        assertThat(X509Facts.of(certificate("ec")))
                .isEqualTo(new X509Facts(
                        Optional.of("1"),
                        Optional.of("emailAddress=a@example.nl,CN=two,CN=one"),
                        Optional.of("emailAddress=a@example.nl,CN=two,CN=one"),
                        Optional.of("one"),
                        List.of("one", "two"),
                        List.of(),
                        List.of(),
                        Optional.of(FROM),
                        Optional.of(TO),
                        Optional.of("EC"),
                        OptionalInt.of(256),
                        Optional.of("SHA384withECDSA"),
                        Optional.of("SHA-384"),
                        Optional.of("458d1a877f7662c924af72a6505ee378aa76c349036847bc014ca557c460b28a"),
                        Optional.of(true),
                        List.of()));
    }

    @Test
    void readsACriticalExtensionAndAnEdwardsKey() {
        var facts = X509Facts.of(certificate("ed25519"));
        assertThat(facts.dnsNames()).containsExactly("mx.example.nl");
        assertThat(facts.keyAlgorithm()).contains("Ed25519");
        assertThat(facts.keySize()).hasValue(256);
        assertThat(facts.signatureAlgorithm()).contains("Ed25519");
        assertThat(facts.spkiSha256()).contains("16ff408de6b5e53ab2618df988093ff0207c37062d0fb3a7ec331ffb2619969d");
    }

    @Test
    void readsWhatCanBeReadWhereTheKeyCannot() {
        // The curve's identifier, 1.2.840.10045.3.1.7, made one that nobody has assigned.
        var der = replaced(certificate("ec"), "06082a8648ce3d030107", "06082a8648ce3d03017f");
        var facts = X509Facts.of(der);
        assertThat(facts.commonNames()).containsExactly("one", "two");
        assertThat(facts.subject()).contains("emailAddress=a@example.nl,CN=two,CN=one");
        assertThat(facts.spkiSha256()).isPresent();
        assertThat(facts.keyAlgorithm()).contains("EC");
        assertThat(facts.keySize()).isEmpty();
        assertThat(facts.notAfter()).contains(TO);
        assertThat(facts.signatureAlgorithm()).contains("SHA384withECDSA");
    }

    @Test
    void readsWhatIsLeftOfABrokenExtension() {
        // The sequence of alternative names, made a set, which no library takes for names.
        var facts = X509Facts.of(replaced(certificate("ed25519"), "0603551d11", "0603551d7f"));
        assertThat(facts.dnsNames()).isEmpty();
        assertThat(facts.keyAlgorithm()).contains("Ed25519");
        assertThat(facts.notBefore()).contains(FROM);
    }

    @ParameterizedTest
    @CsvSource({
        "17, 260101000000Z, 2026-01-01T00:00:00Z",
        "17, 500101000000Z, 1950-01-01T00:00:00Z",
        "17, 491231235959Z, 2049-12-31T23:59:59Z",
        "17, 2601010000Z, 2026-01-01T00:00:00Z",
        "17, 260101010000+0100, 2026-01-01T00:00:00Z",
        "18, 99991231235959Z, 9999-12-31T23:59:59Z",
        "18, 00000101000000Z, 0000-01-01T00:00:00Z",
        "18, 20260101000000.5Z, 2026-01-01T00:00:00Z",
        "17, 260230000000Z,",
        "17, 261301000000Z,",
        "17, 260101250000Z,",
        "17, 20260101000000Z,",
        "17, tomorrow,",
        "13, 260101000000Z,"
    })
    void readsMoments(String tag, String text, @Nullable Instant moment) {
        var time = HexFormat.of()
                .parseHex(tag
                        + "%02x".formatted(text.length())
                        + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)));
        assertThat(Der.read(time).flatMap(X509Time::of)).isEqualTo(Optional.ofNullable(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "06032a0304, 1.2.3.4",
        "0603883703, 2.999.3",
        "0601 7f, 2.47",
        "0602 2a80,",
        "0600,",
        "060b 2affffffffffffffffff7f,",
        "0503 2a0304,"
    })
    void readsObjectIdentifiers(String hex, @Nullable String dotted) {
        var der = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(Der.read(der).flatMap(Der::oid)).isEqualTo(Optional.ofNullable(dotted));
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(1);
        for (var name : List.of("rsa", "ec", "ed25519")) {
            var der = certificate(name);
            for (var i = 0; i < der.length; i++) {
                var flipped = der.clone();
                flipped[i] = (byte) random.nextInt(256);
                assertThat(X509Facts.of(flipped)).isNotNull();
                assertThat(X509Facts.of(Arrays.copyOf(der, i)).keyAlgorithm()).isEmpty();
            }
        }
        var nothing = X509Facts.of(new byte[0]);
        assertThat(nothing.subject()).isEmpty();
        assertThat(nothing.dnsNames()).isEmpty();
        assertThat(nothing.spkiSha256()).isEmpty();
        assertThat(X509Facts.of("220 hello".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(nothing);
    }

    @Test
    void writesAddressesInOneForm() {
        assertThat(address("20010db8000000000000000000000001")).isEqualTo("2001:db8::1");
        assertThat(address("00000000000000000000000000000000")).isEqualTo("::");
        assertThat(address("00000000000000000000000000000001")).isEqualTo("::1");
        assertThat(address("20010db8000000000001000000000000")).isEqualTo("2001:db8:0:0:1::");
        assertThat(address("20010db8000000010001000100010001")).isEqualTo("2001:db8:0:1:1:1:1:1"); // RFC 5952 §4.2.2
        assertThat(address("20010db8000000000001000000000001")).isEqualTo("2001:db8::1:0:0:1"); // RFC 5952 §4.2.3
    }

    @Test
    void becomesARowAndComesBack() throws Exception {
        var der = certificate("rsa");
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        var row = CertificateMapping.toRow(new CertificateObservation(sha256, der));
        assertThat(row.sha256()).isEqualTo(sha256);
        assertThat(row.names()).containsExactly("mx1.example.nl", "*.Example.NL", "192.0.2.1", "2001:db8::1:0:0:1");
        assertThat(row.commonNames()).containsExactly("mx1.example.nl");
        assertThat(row.keySize()).isEqualTo(2048);
        assertThat(row.notAfter()).isEqualTo(TO);
        assertThat(CertificateMapping.toObservation(row).der()).isEqualTo(der);

        var broken = CertificateMapping.toRow(new CertificateObservation("00", new byte[] {1}));
        assertThat(broken.subject()).isNull();
        assertThat(broken.names()).isEmpty();
        assertThat(broken.keySize()).isNull();
        assertThat(broken.spkiSha256()).isNull();
        assertThat(broken.authority()).isNull();
    }

    @Test
    @Tag("full")
    void readsCertificatesMadeToBreakValidators() throws Exception {
        var data = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(data != null, "MXCENSUS_REAL_DATA is not set: the x509-limbo cases are not at hand");
        var file = Path.of(data, "judges", "x509-limbo-2023-12-02.json.gz");
        String text;
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var pem = Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\\\n]+)-----END CERTIFICATE-----")
                .matcher(text);
        var read = 0;
        while (pem.find()) {
            var facts = X509Facts.of(Base64.getDecoder().decode(pem.group(1).replace("\\n", "")));
            assertThat(facts.spkiSha256()).isPresent();
            assertThat(facts.subject()).isPresent();
            read++;
        }
        assertThat(read).isGreaterThan(200);
    }

    private static String address(String hex) {
        return IpText.of(HexFormat.of().parseHex(hex));
    }

    private static byte[] replaced(byte[] der, String hex, String by) {
        var text = HexFormat.of().formatHex(der);
        assertThat(text).contains(hex);
        return HexFormat.of().parseHex(text.replace(hex, by));
    }

    private static byte[] certificate(String name) {
        try (var in = Objects.requireNonNull(X509FactsTest.class.getResourceAsStream(name + ".pem"))) {
            var pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
