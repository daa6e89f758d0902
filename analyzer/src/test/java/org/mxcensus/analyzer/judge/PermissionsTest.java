package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.schema.ChainStatus;
import org.mxcensus.datasets.schema.TrustFault;

/// What a certificate may be used for by its own extensions, and how many may be missing in a chain.
class PermissionsTest {
    private static final String HOST = "mx.example.nl";
    private static final Trust TRUSTED = new Trust.Trusted();
    private static final Trust NOT_PERMITTED = new Trust.Untrusted(TrustFault.NOT_PERMITTED);
    private static final Instant FROM = Pki.NOW.minus(Duration.ofDays(1));
    private static final Instant TO = Pki.NOW.plus(Duration.ofDays(1));
    private static final Ext AUTHORITY = new Ext(Extension.basicConstraints, true, new BasicConstraints(true));
    private static final Identity ROOT = Pki.root("permitting root");

    private record Ext(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

    // RFC 5280 §4.2.1.3, §4.2.1.9, §4.2: usage, basic constraints, and critical extensions that nobody knows.
    static Stream<Arguments> roots() {
        Ext names = new Ext(
                Extension.nameConstraints,
                true,
                new NameConstraints(
                        new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.dNSName, "example.nl"))},
                        null));
        return Stream.of(
                Arguments.of("an authority", v3(AUTHORITY), HOST, TRUSTED),
                Arguments.of(
                        "one that issues to servers only",
                        v3(new Ext(Extension.basicConstraints, true, new BasicConstraints(0))),
                        HOST,
                        TRUSTED),
                Arguments.of("version 1", v1(), HOST, TRUSTED),
                Arguments.of("version 3 that says nothing", v3(), HOST, NOT_PERMITTED),
                Arguments.of(
                        "no authority",
                        v3(new Ext(Extension.basicConstraints, true, new BasicConstraints(false))),
                        HOST,
                        NOT_PERMITTED),
                Arguments.of("it signs certificates", v3(AUTHORITY, usage(KeyUsage.keyCertSign)), HOST, TRUSTED),
                Arguments.of("it signs lists only", v3(AUTHORITY, usage(KeyUsage.cRLSign)), HOST, NOT_PERMITTED),
                Arguments.of(
                        "a critical extension of nobody's",
                        v3(AUTHORITY, new Ext(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2"), true, DERNull.INSTANCE)),
                        HOST,
                        NOT_PERMITTED),
                Arguments.of("names that it may issue", v3(AUTHORITY, names), HOST, TRUSTED),
                Arguments.of("names that it may not issue", v3(AUTHORITY, names), "mx.example.org", NOT_PERMITTED),
                Arguments.of(
                        "a constrained anchor below another root", made(ROOT, 3, AUTHORITY, names), HOST, TRUSTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roots")
    void whatARootMayIssue(String what, Identity root, String host, Trust trust) {
        assertThat(trust(root, root.issue(Form.server(host)))).as(what).isEqualTo(trust);
    }

    // RFC 5280 §4.2.1.12.
    static Stream<Arguments> purposes() {
        return Stream.of(
                Arguments.of(TRUSTED, List.of()),
                Arguments.of(TRUSTED, List.of(KeyPurposeId.id_kp_serverAuth)),
                Arguments.of(TRUSTED, List.of(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth)),
                Arguments.of(TRUSTED, List.of(KeyPurposeId.anyExtendedKeyUsage)),
                Arguments.of(NOT_PERMITTED, List.of(KeyPurposeId.id_kp_clientAuth)),
                Arguments.of(NOT_PERMITTED, List.of(KeyPurposeId.id_kp_emailProtection)));
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void whatALeafIsFor(Trust trust, List<KeyPurposeId> purposes) {
        Ext name = new Ext(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, HOST)));
        Identity leaf = purposes.isEmpty()
                ? made(ROOT, 3, name)
                : made(
                        ROOT,
                        3,
                        name,
                        new Ext(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new))));

        assertThat(trust(ROOT, leaf)).isEqualTo(trust);
    }

    @Test
    void datesAreToldOfChainsThatLeadNowhereToo() {
        Identity past = Pki.root("unknown").issue(Form.server(HOST).valid(FROM, Pki.NOW.minusSeconds(1)));

        assertThat(trust(ROOT, past)).isEqualTo(new Trust.Untrusted(TrustFault.EXPIRED));
    }

    @Test
    void aCertificateIsValidAtItsFirstAndItsLastMoment() {
        assertThat(trust(ROOT, ROOT.issue(Form.server(HOST).valid(Pki.NOW, TO))))
                .isEqualTo(TRUSTED);
        assertThat(trust(ROOT, ROOT.issue(Form.server(HOST).valid(FROM, Pki.NOW))))
                .isEqualTo(TRUSTED);
    }

    @Test
    void fourIntermediatesMayBeMissingAndNoMore() {
        assertThat(missing(4)).isEqualTo(ChainStatus.INCOMPLETE);
        assertThat(missing(5)).isEqualTo(ChainStatus.UNKNOWN_ISSUER);
    }

    private static ChainStatus missing(int intermediates) {
        Identity[] known = new Identity[intermediates];
        Identity authority = ROOT;
        for (int i = 0; i < intermediates; i++) {
            authority = authority.issue(Form.authority("missing " + i));
            known[i] = authority;
        }
        return judged(ROOT, authority.issue(Form.server(HOST)), known).status();
    }

    private static Trust trust(Identity root, Identity leaf) {
        return judged(root, leaf).trust();
    }

    private static Chains.Judged judged(Identity root, Identity leaf, Identity... known) {
        Certificates certificates = Certificates.of(Stream.concat(Stream.of(leaf), Arrays.stream(known))
                .map(Identity::observed)
                .toList());
        return new Chains(TestCrawl.roots(root)).judge(List.of(leaf.sha256()), certificates, Pki.NOW);
    }

    private static Ext usage(int bits) {
        return new Ext(Extension.keyUsage, true, new KeyUsage(bits));
    }

    private static Identity v1() {
        return made(null, 1);
    }

    private static Identity v3(Ext... extensions) {
        return made(null, 3, extensions);
    }

    /// @param issuer null where it signs itself
    private static Identity made(Identity issuer, int version, Ext... extensions) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=subject");
            X500Name above = issuer == null
                    ? subject
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build((issuer == null ? keys : issuer.keys()).getPrivate());
            Date from = Date.from(FROM);
            Date to = Date.from(TO);
            X509CertificateHolder holder;
            if (version == 1) {
                holder = new JcaX509v1CertificateBuilder(above, BigInteger.ONE, from, to, subject, keys.getPublic())
                        .build(signer);
            } else {
                var builder =
                        new JcaX509v3CertificateBuilder(above, BigInteger.TWO, from, to, subject, keys.getPublic());
                for (Ext extension : extensions) {
                    builder.addExtension(extension.id(), extension.critical(), extension.value());
                }
                holder = builder.build(signer);
            }
            return new Identity(new JcaX509CertificateConverter().getCertificate(holder), keys);
        } catch (java.security.GeneralSecurityException
                | org.bouncycastle.operator.OperatorCreationException
                | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
