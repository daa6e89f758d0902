package org.mxcensus.lab.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.Roster;

/// The lab's CA: repeatable, and right about names and dates.
class AuthorityTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Authority AUTHORITY = new Authority(1, NOW);

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameCertificate(CertificateKind kind) throws Exception {
        Identity one = AUTHORITY.identity("mx.example.net", kind, 0);
        Identity again = new Authority(1, NOW.plusSeconds(3600)).identity("mx.example.net", kind, 0);
        Identity other = new Authority(2, NOW).identity("mx.example.net", kind, 0);
        assertThat(again.leaf().getEncoded()).isEqualTo(one.leaf().getEncoded());
        assertThat(other.leaf().getEncoded()).isNotEqualTo(one.leaf().getEncoded());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WILDCARD")
    void twoHostsNeverShareAKeyOrACertificate(CertificateKind kind) {
        X509Certificate one = AUTHORITY.identity("mx1.example.net", kind, 0).leaf();
        X509Certificate two = AUTHORITY.identity("mx2.example.net", kind, 0).leaf();
        assertThat(two).isNotEqualTo(one);
        assertThat(two.getPublicKey()).isNotEqualTo(one.getPublicKey());
        assertThat(two.getSerialNumber()).isNotEqualTo(one.getSerialNumber());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DUAL")
    void whatIsWrittenForServersIsTheKeyOfTheCertificateAndTheChain(KeyType type) throws Exception {
        Identity identity = AUTHORITY.identity("mx.example.net", CertificateKind.CA_SIGNED, type, 0);
        try (PEMParser pem = new PEMParser(new StringReader(identity.pem()))) {
            PrivateKeyInfo key = (PrivateKeyInfo) pem.readObject();
            assertThat(isPair(
                            new JcaPEMKeyConverter().getPrivateKey(key),
                            identity.leaf().getPublicKey()))
                    .isTrue();
            for (X509Certificate certificate : identity.chain()) {
                assertThat(((X509CertificateHolder) pem.readObject()).getEncoded())
                        .isEqualTo(certificate.getEncoded());
            }
            assertThat(pem.readObject()).isNull();
            if (identity.key() instanceof java.security.interfaces.ECPrivateKey) {
                // RFC 5915 §3; GnuTLS reads no key without it.
                assertThat(ECPrivateKey.getInstance(key.parsePrivateKey())
                                .getPublicKey()
                                .getOctets())
                        .isEqualTo(SubjectPublicKeyInfo.getInstance(
                                        identity.leaf().getPublicKey().getEncoded())
                                .getPublicKeyData()
                                .getOctets());
            }
        }
    }

    private static boolean isPair(PrivateKey mine, PublicKey shown) throws Exception {
        String algorithm = switch (shown.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> shown.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(mine);
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(shown);
        signature.update((byte) 1);
        return signature.verify(signed);
    }

    @Test
    void aWildcardIsSharedByTheNamesBesideItAndByNobodyElse() {
        X509Certificate one = AUTHORITY
                .identity("mx1.example.net", CertificateKind.WILDCARD, 0)
                .leaf();
        assertThat(AUTHORITY
                        .identity("mx2.example.net", CertificateKind.WILDCARD, 0)
                        .leaf())
                .isEqualTo(one);
        assertThat(AUTHORITY
                        .identity("mx.example.org", CertificateKind.WILDCARD, 0)
                        .leaf())
                .isNotEqualTo(one);
        assertThat(AUTHORITY
                        .identity("mx1.example.net", CertificateKind.WILDCARD, 1)
                        .leaf())
                .isNotEqualTo(one);
    }

    @Test
    void aRollOverChangesTheKey() {
        assertThat(AUTHORITY
                        .identity("mx.example.net", CertificateKind.CA_SIGNED, 1)
                        .leaf()
                        .getPublicKey())
                .isNotEqualTo(AUTHORITY
                        .identity("mx.example.net", CertificateKind.CA_SIGNED, 0)
                        .leaf()
                        .getPublicKey());
    }

    @ParameterizedTest
    @ValueSource(ints = {-365, 0, 365})
    void certificatesAreValidAndExpiredOnesExpiredForAYearOnEitherSide(int days) throws Exception {
        Date day = Date.from(NOW.plus(Duration.ofDays(days)));
        AUTHORITY
                .identity("mx.example.net", CertificateKind.CA_SIGNED, 0)
                .leaf()
                .checkValidity(day);
        X509Certificate expired =
                AUTHORITY.identity("mx.example.net", CertificateKind.EXPIRED, 0).leaf();
        assertThatThrownBy(() -> expired.checkValidity(day)).isInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void aNameTooLongForTheSubjectStandsInTheAlternativeName() throws Exception {
        String host = "a".repeat(60) + ".example.net";
        X509Certificate leaf =
                AUTHORITY.identity(host, CertificateKind.CA_SIGNED, 0).leaf();
        assertThat(leaf.getSubjectX500Principal().getName()).isEmpty();
        assertThat(leaf.getSubjectAlternativeNames()).containsExactly(List.of(2, host));
        assertThat(leaf.getCriticalExtensionOIDs()).contains("2.5.29.17");
    }

    @Test
    void theChainIsSignedByTheRoot() throws Exception {
        List<X509Certificate> chain = AUTHORITY
                .identity("mx.example.net", CertificateKind.CA_SIGNED, 0)
                .chain();
        chain.get(0).verify(chain.get(1).getPublicKey());
        chain.get(1).verify(AUTHORITY.root().getPublicKey());
        assertThat(AUTHORITY.root().getBasicConstraints()).isNotNegative();
        assertThat(chain.get(0).getBasicConstraints()).isNegative();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DUAL")
    void aKeyOfAnyTypeSignsForItselfAndRollsOver(KeyType type) throws Exception {
        Identity before = AUTHORITY.identity("mx.example.net", CertificateKind.SELF_SIGNED, type, 0);
        Identity after = AUTHORITY.identity("mx.example.net", CertificateKind.SELF_SIGNED, type, 1);

        before.leaf().verify(before.leaf().getPublicKey());
        assertThat(after.leaf().getPublicKey()).isNotEqualTo(before.leaf().getPublicKey());
    }

    @ParameterizedTest
    @CsvSource({"SHA1, SHA1withRSA", "MD5, MD5withRSA"})
    void oldSignaturesAreOfTheRsaIntermediate(CertificateKind kind, String algorithm) throws Exception {
        Identity identity = AUTHORITY.identity("mx.example.net", kind, 0);

        assertThat(identity.leaf().getSigAlgName()).isEqualTo(algorithm);
        identity.leaf().verify(identity.chain().get(1).getPublicKey());
        identity.chain().get(1).verify(AUTHORITY.root().getPublicKey());
    }

    @Test
    void aLongChainHasFortyCertificatesEachIssuedByTheNext() throws Exception {
        List<X509Certificate> chain = AUTHORITY
                .identity("mx.example.net", CertificateKind.LONG_CHAIN, 0)
                .chain();

        assertThat(chain).hasSize(40).doesNotHaveDuplicates();
        for (int i = 0; i + 1 < chain.size(); i++) {
            chain.get(i).verify(chain.get(i + 1).getPublicKey());
        }
        chain.getLast().verify(AUTHORITY.root().getPublicKey());
    }

    @Test
    void namesStandWhereTheKindSaysSo() throws Exception {
        assertThat(AUTHORITY
                        .identity("mx.example.net", CertificateKind.NO_SAN, 0)
                        .leaf()
                        .getSubjectAlternativeNames())
                .isNull();
        assertThat(AUTHORITY
                        .identity("mx.example.net", CertificateKind.IP_SAN, 0)
                        .leaf()
                        .getSubjectAlternativeNames())
                .containsExactly(List.of(7, Roster.choice("mx.example.net", 0)));
        assertThat(AUTHORITY
                        .identity("mx.example.net", CertificateKind.HUGE, 0)
                        .leaf()
                        .getEncoded())
                .hasSizeGreaterThan(1 << 20);
    }
}
