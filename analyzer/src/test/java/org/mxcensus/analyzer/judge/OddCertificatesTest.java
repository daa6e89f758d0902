package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.datasets.schema.CertificateRow;

/// Certificates that no authority should issue, as strangers send them: the row tells what can be told, the bytes are
/// kept, and the judge says something.
class OddCertificatesTest {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final X500Name NAME = new X500Name("CN=mx.example.nl");
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    @Test
    void aNegativeSerialNumber() throws Exception {
        assertThat(row(certificate(NAME, BigInteger.valueOf(-255), Pki.NOW, 512, 0))
                        .serial())
                .isEqualTo("-ff");
    }

    @Test
    void aSerialNumberOfManyBytes() throws Exception {
        CertificateRow row = row(certificate(NAME, BigInteger.ONE.shiftLeft(8_000), Pki.NOW, 512, 0));

        assertThat(row.serial()).isNull();
        assertThat(row.subject()).isEqualTo("CN=mx.example.nl");
    }

    @Test
    void aKeyThatIsTooShortForTheLibrary() throws Exception {
        byte[] der = certificate(NAME, BigInteger.ONE, Pki.NOW, 384, 0);

        assertThat(row(der).keySize()).isEqualTo(384);
        assertThat(row(der).notAfter()).isEqualTo(Pki.NOW);
    }

    @Test
    void datesBeyondAllMeasure() throws Exception {
        assertThat(row(certificate(NAME, BigInteger.ONE, NEVER, 512, 0)).notAfter())
                .isEqualTo(NEVER);
    }

    @Test
    void aNameInSixteenBits() throws Exception {
        X500Name name = new X500NameBuilder()
                .addRDN(BCStyle.CN, new DERBMPString("mx.größe.example"))
                .build();

        assertThat(row(certificate(name, BigInteger.ONE, NEVER, 512, 0)).commonNames())
                .containsExactly("mx.größe.example");
    }

    @Test
    void aMegabyte() throws Exception {
        byte[] der = certificate(NAME, BigInteger.ONE, Pki.NOW, 512, 1 << 20);

        assertThat(row(der).der().length()).isEqualTo(der.length).isGreaterThan(1 << 20);
        assertThat(row(der).keySize()).isEqualTo(512);
    }

    @Test
    void bytesThatAreDamagedAnywhere() throws Exception {
        byte[] der = certificate(NAME, BigInteger.ONE, Pki.NOW, 1024, 0);
        Random random = new Random(5280);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = der.clone();
            damaged[random.nextInt(der.length)] = (byte) random.nextInt(256);
            row(damaged);
        }
    }

    /// The row, once the judge has had its say.
    private static CertificateRow row(byte[] der) {
        CertificateObservation seen = new CertificateObservation(Sha256.of(der), der);
        CertificateRow row = CertificateMapping.toRow(seen);
        Chains.Judged judged =
                new Chains(TestCrawl.roots()).judge(List.of(seen.sha256()), Certificates.of(List.of(seen)), Pki.NOW);
        assertThat(judged.trust()).isInstanceOf(Trust.Untrusted.class);
        assertThat(row.der().getBytes()).isEqualTo(der);
        return row;
    }

    private static byte[] certificate(X500Name name, BigInteger serial, Instant until, int bits, int padding)
            throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", BOUNCY_CASTLE);
        generator.initialize(bits);
        KeyPair keys = generator.generateKeyPair();
        var builder = new JcaX509v3CertificateBuilder(
                name, serial, Date.from(Pki.NOW.minusSeconds(60)), Date.from(until), name, keys.getPublic());
        if (padding > 0) {
            builder.addExtension(new Extension(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), false, new DEROctetString(new byte[padding])));
        }
        // The key is too short for a better hash.
        var signer = new JcaContentSignerBuilder(bits < 512 ? "MD5withRSA" : "SHA1withRSA")
                .setProvider(BOUNCY_CASTLE)
                .build(keys.getPrivate());
        return builder.build(signer).getEncoded();
    }
}
