package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.ChainStatus;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.TlsFlaw;
import org.mxcensus.datasets.schema.TlsGrade;
import org.mxcensus.datasets.schema.TrustFault;

/// How well an address speaks TLS: grade by RFC 9325, key exchange, and whether all certificates are sent.
class QualityTest {
    private static final String HOST = "mx.example.nl";
    private static final Identity ROOT = Pki.root("quality root");
    private static final Identity INTERMEDIATE = ROOT.issue(Form.authority("quality intermediate"));
    private static final Identity LEAF = INTERMEDIATE.issue(Form.server(HOST));
    private static final Identity STRANGER = Pki.root("stranger");
    private static final SmtpOutcome FAILED =
            new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("handshake_failure"), "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TLSv1.3 | TLS_AES_256_GCM_SHA384 | X25519 | ecdsa_secp256r1_sha256 | MODERN |",
                "TLSv1.3 | TLS_AES_256_GCM_SHA384 | | | MODERN |",
                "TLSv1.2 | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 | X25519 | | ADEQUATE | NO_TLS13",
                "TLSv1.2 | TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 | P-256 | | ADEQUATE | NO_TLS13",
                "TLSv1.2 | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA | | | ADEQUATE | NO_TLS13 NO_AEAD",
                "TLSv1.2 | TLS_RSA_WITH_AES_128_GCM_SHA256 | | | ADEQUATE | NO_TLS13 NO_FORWARD_SECRECY",
                "TLSv1.2 | TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256 | | | ADEQUATE | NO_TLS13 NO_FORWARD_SECRECY",
                "TLSv1.2 | TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | ffdhe2048 | | ADEQUATE | NO_TLS13 FINITE_FIELD_DH",
                "TLSv1.2 | TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 | dh1024 | | DEPRECATED | NO_TLS13 FINITE_FIELD_DH SHORT_DH",
                "TLSv1.2 | TLS_DH_anon_WITH_AES_128_GCM_SHA256 | | | ADEQUATE | NO_TLS13 FINITE_FIELD_DH",
                "TLSv1.2 | TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA | | | ADEQUATE | NO_TLS13 CIPHER_BELOW_128 NO_AEAD",
                "TLSv1.2 | TLS_ECDHE_RSA_WITH_RC4_128_SHA | | | DEPRECATED | NO_TLS13 RC4 NO_AEAD",
                "TLSv1.2 | TLS_ECDHE_RSA_WITH_NULL_SHA | | | DEPRECATED | NO_TLS13 NULL_CIPHER",
                "TLSv1.2 | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 | secp192r1 | | DEPRECATED | NO_TLS13 SMALL_CURVE",
                "TLSv1.2 | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 | secp224r1 | | ADEQUATE | NO_TLS13",
                "TLSv1.2 | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 | | rsa_pkcs1_sha1 | DEPRECATED | NO_TLS13 SHA1_HANDSHAKE",
                "TLSv1.1 | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA | | | DEPRECATED | OLD_VERSION NO_AEAD",
                "TLSv1 | SSL_RSA_WITH_3DES_EDE_CBC_SHA | | | DEPRECATED | OLD_VERSION CIPHER_BELOW_128 NO_FORWARD_SECRECY NO_AEAD",
                "TLSv1 | SSL_RSA_EXPORT_WITH_RC4_40_MD5 | | | DEPRECATED | OLD_VERSION CIPHER_BELOW_112 RC4 NO_FORWARD_SECRECY NO_AEAD",
                "TLSv1 | SSL_DHE_RSA_WITH_DES_CBC_SHA | | | DEPRECATED | OLD_VERSION CIPHER_BELOW_112 FINITE_FIELD_DH NO_AEAD"
            })
    void aSessionIsGradedByItsWorstFlaw(
            String version,
            String cipher,
            @Nullable String group,
            @Nullable String signature,
            TlsGrade grade,
            @Nullable String flaws) {
        HostVerdictRow row = judge(session(version, cipher, group, signature, LEAF, INTERMEDIATE));

        assertThat(row.tlsGrade()).isEqualTo(grade);
        assertThat(row.tlsFlaws())
                .containsExactlyInAnyOrderElementsOf(
                        flaws == null
                                ? List.of()
                                : Arrays.stream(flaws.split(" "))
                                        .map(TlsFlaw::valueOf)
                                        .toList());
        assertThat(row.tlsSound()).isEqualTo(Finding.of(grade != TlsGrade.DEPRECATED));
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, X25519MLKEM768, YES",
        "TLSv1.3, SecP256r1MLKEM768, YES",
        "TLSv1.3, X25519Kyber768Draft00, YES",
        "TLSv1.3, X25519, NO",
        "TLSv1.3, , UNMEASURED",
        "TLSv1.2, , NO"
    })
    void onlyGroupsWithMlKemOutlastQuantumComputers(String version, @Nullable String group, Finding finding) {
        assertThat(judge(session(version, "TLS_AES_128_GCM_SHA256", group, null, LEAF))
                        .postQuantum())
                .isEqualTo(finding);
    }

    static Stream<Arguments> weak() {
        return Stream.of(
                Arguments.of(Form.server(HOST).rsa(1024), TlsFlaw.SHORT_RSA_KEY),
                Arguments.of(Form.server(HOST).curve("secp192r1"), TlsFlaw.SMALL_EC_KEY),
                Arguments.of(Form.server(HOST).signed("SHA1withECDSA"), TlsFlaw.SHA1_CERTIFICATE));
    }

    @ParameterizedTest
    @MethodSource("weak")
    void aWeakCertificateIsForbiddenAndNotTrusted(Form form, TlsFlaw flaw) {
        Identity leaf = INTERMEDIATE.issue(form);

        HostVerdictRow row = judge(Seen.tls(leaf, INTERMEDIATE), leaf, INTERMEDIATE);

        assertThat(row.tlsGrade()).isEqualTo(TlsGrade.DEPRECATED);
        assertThat(row.tlsFlaws()).containsExactly(flaw);
        assertThat(row.certificateFault()).isEqualTo(TrustFault.WEAK_ALGORITHM);
    }

    @Test
    void aSignatureWithMd5IsForbidden() {
        Identity authority = Pki.selfSigned(Form.authority("md5 authority").rsa(2048));
        Identity leaf = authority.issue(Form.server(HOST).signed("MD5withRSA"));

        assertThat(judge(Seen.tls(leaf), leaf).tlsFlaws()).containsExactly(TlsFlaw.MD5_CERTIFICATE);
    }

    @Test
    void aKeyThatNoLibraryTakesIsToldAllTheSame() {
        Identity leaf = Pki.selfSigned(Form.server(HOST).rsa(512).signed("SHA256withRSA"));

        HostVerdictRow row = judge(Seen.tls(leaf), leaf);

        assertThat(row.certificateTrusted()).isEqualTo(Finding.NO);
        assertThat(row.tlsFlaws()).containsExactly(TlsFlaw.SHORT_RSA_KEY);
    }

    static Stream<Arguments> looks() {
        SmtpOutcome old = session("TLSv1.2", "TLS_DHE_RSA_WITH_AES_128_CBC_SHA", null, null, LEAF, INTERMEDIATE);
        return Stream.of(
                Arguments.of("old TLS", old, Finding.YES, TlsGrade.ADEQUATE),
                Arguments.of("broken TLS", FAILED, Finding.NO, TlsGrade.BROKEN),
                Arguments.of(
                        "no turn", new SmtpOutcome.NotAttempted(Abstention.BUDGET), Finding.NO, TlsGrade.UNMEASURED),
                Arguments.of(
                        "nobody there any more",
                        new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT),
                        Finding.NO,
                        TlsGrade.UNMEASURED),
                Arguments.of(
                        "cut off",
                        new SmtpOutcome.HandshakeFailed(HandshakeFailure.RESET, Optional.empty(), ""),
                        Finding.NO,
                        TlsGrade.UNMEASURED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void anOldClientTellsOldTlsFromBrokenTls(String what, SmtpOutcome again, Finding starttls, TlsGrade grade) {
        HostVerdictRow row = judge(seen(FAILED, new SecondLook(SecondLook.Purpose.OLD_TLS, again)), known());

        assertThat(row.starttls()).as(what).isEqualTo(starttls);
        assertThat(row.tlsGrade()).as(what).isEqualTo(grade);
        assertThat(row.certificateTrusted()).as(what).isEqualTo(starttls == Finding.YES ? Finding.YES : null);
    }

    @Test
    void whereNoOldClientHasTriedItCannotBeTold() {
        HostVerdictRow row = judge(FAILED);

        assertThat(row.tlsGrade()).isEqualTo(TlsGrade.UNMEASURED);
        assertThat(row.tlsSound()).isEqualTo(Finding.UNMEASURED);
    }

    @Test
    void whereThereIsNoTlsThereIsNothingToGrade() {
        HostVerdictRow row = judge(new SmtpOutcome.StartTlsNotOffered());

        assertThat(row.tlsGrade()).isNull();
        assertThat(row.postQuantum()).isNull();
        assertThat(row.chain()).isNull();
    }

    @Test
    void ofAnAddressThatWasNotReachedNothingIsKnown() {
        HostVerdictRow row = judge(new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT));

        assertThat(row.tlsSound()).isEqualTo(Finding.UNMEASURED);
        assertThat(row.postQuantum()).isEqualTo(Finding.UNMEASURED);
        assertThat(row.chainComplete()).isEqualTo(Finding.UNMEASURED);
    }

    @Test
    void aLostCertificateNeverMakesAGradeBetterThanItMayBe() {
        assertThat(judge(Seen.tls(Pki.selfSigned(Form.server(HOST)))).tlsGrade())
                .isEqualTo(TlsGrade.UNMEASURED);
        assertThat(judge(Seen.tls("TLSv1", Pki.selfSigned(Form.server(HOST)))).tlsGrade())
                .isEqualTo(TlsGrade.DEPRECATED);
    }

    static Stream<Arguments> chains() {
        Identity lower = INTERMEDIATE.issue(Form.authority("lower intermediate"));
        Identity deep = lower.issue(Form.server(HOST));
        Identity direct = ROOT.issue(Form.server(HOST));
        Identity selfSigned = Pki.selfSigned(Form.server(HOST));
        Identity belowStrange = STRANGER.issue(Form.authority("below a stranger"));
        return Stream.of(
                Arguments.of(ChainStatus.COMPLETE, List.of(LEAF, INTERMEDIATE)),
                Arguments.of(ChainStatus.COMPLETE, List.of(direct)),
                Arguments.of(ChainStatus.COMPLETE, List.of(selfSigned)),
                Arguments.of(ChainStatus.WITH_ROOT, List.of(LEAF, INTERMEDIATE, ROOT)),
                Arguments.of(ChainStatus.WITH_ROOT, List.of(STRANGER.issue(Form.server(HOST)), STRANGER)),
                Arguments.of(ChainStatus.WITH_EXTRA, List.of(LEAF, STRANGER, INTERMEDIATE)),
                Arguments.of(ChainStatus.WITH_EXTRA, List.of(LEAF, INTERMEDIATE, STRANGER)),
                Arguments.of(ChainStatus.WITH_EXTRA, List.of(LEAF, LEAF, INTERMEDIATE)),
                Arguments.of(ChainStatus.WITH_EXTRA, List.of(LEAF, ROOT, INTERMEDIATE)),
                Arguments.of(ChainStatus.UNORDERED, List.of(deep, INTERMEDIATE, lower)),
                Arguments.of(
                        ChainStatus.UNORDERED, List.of(belowStrange.issue(Form.server(HOST)), STRANGER, belowStrange)),
                Arguments.of(ChainStatus.UNKNOWN_ISSUER, List.of(STRANGER.issue(Form.server(HOST)))),
                Arguments.of(ChainStatus.UNREADABLE, List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chains")
    void whetherAllCertificatesAreSent(ChainStatus status, List<Identity> sent) {
        assertThat(judge(Seen.tls(sent.toArray(Identity[]::new)), sent.toArray(Identity[]::new))
                        .chain())
                .isEqualTo(status);
    }

    @Test
    void aMissingIntermediateThatAnotherServerSentMakesAChainIncomplete() {
        assertThat(judge(Seen.tls(LEAF), LEAF, INTERMEDIATE).chain()).isEqualTo(ChainStatus.INCOMPLETE);
        assertThat(judge(Seen.tls(LEAF), LEAF).chain()).isEqualTo(ChainStatus.UNKNOWN_ISSUER);
    }

    @Test
    void aNamesakeOfTheMissingIntermediateDoesNot() {
        Identity namesake = ROOT.issue(Form.authority("quality intermediate"));

        assertThat(judge(Seen.tls(LEAF), LEAF, namesake).chain()).isEqualTo(ChainStatus.UNKNOWN_ISSUER);
    }

    @Test
    void anExpiredChainIsCompleteAllTheSame() {
        Identity past =
                INTERMEDIATE.issue(Form.server(HOST).valid(Pki.NOW.minusSeconds(200), Pki.NOW.minusSeconds(100)));

        assertThat(judge(Seen.tls(past, INTERMEDIATE), past, INTERMEDIATE).chain())
                .isEqualTo(ChainStatus.COMPLETE);
    }

    @Test
    void aNameIsToldOnlyWhereThereIsACertificate() {
        Identity elsewhere = INTERMEDIATE.issue(Form.server("elsewhere.example"));
        HostVerdictRow lost = judge(Seen.tls(LEAF), STRANGER);

        assertThat(judge(Seen.tls(LEAF), LEAF).certificateName()).isEqualTo(Finding.YES);
        assertThat(judge(Seen.tls(LEAF), LEAF).reason()).isNull();
        assertThat(judge(Seen.tls(elsewhere), elsewhere).certificateName()).isEqualTo(Finding.NO);
        assertThat(judge(Seen.tls()).certificateName()).isEqualTo(Finding.NO);
        assertThat(lost.certificateName()).isEqualTo(Finding.UNMEASURED);
        assertThat(lost.reason()).isEqualTo("the certificate is not stored");
    }

    @Test
    void anOtherCertificateThatIsNoneMatchesNothing() {
        CertificateObservation noise = new CertificateObservation("00", new byte[] {1, 2, 3});
        TlsSession other =
                new TlsSession("TLSv1.2", "TLS_AES_128_GCM_SHA256", Optional.empty(), Optional.empty(), List.of("00"));
        SmtpObservation seen = seen(
                Seen.tls(LEAF), new SecondLook(SecondLook.Purpose.OTHER_KEY, new SmtpOutcome.TlsEstablished(other)));

        HostVerdictRow row = judge(seen, List.of(LEAF.observed(), noise), Seen.found(HOST, Seen.tlsa(3, 1, 1, LEAF)));

        assertThat(row.dane()).isEqualTo(DaneStatus.VALID);
        assertThat(row.daneCause()).isEqualTo(DaneCause.ONLY_ONE_KEY_TYPE);
    }

    @Test
    void whatAnOldClientIsShownIsNoOtherKeyType() {
        Identity other = INTERMEDIATE.issue(Form.server(HOST).rsa(2048));
        SmtpObservation seen = seen(Seen.tls(LEAF), new SecondLook(SecondLook.Purpose.OLD_TLS, Seen.tls(other)));

        HostVerdictRow row =
                judge(seen, List.of(LEAF.observed(), other.observed()), Seen.found(HOST, Seen.tlsa(3, 1, 1, LEAF)));

        assertThat(row.dane()).isEqualTo(DaneStatus.VALID);
        assertThat(row.daneCause()).isNull();
    }

    @Test
    void theCertificateOfTheOtherKeyTypeCountsForDane() {
        Identity other = INTERMEDIATE.issue(Form.server(HOST).rsa(2048));
        SmtpObservation seen = seen(
                Seen.tls(LEAF, INTERMEDIATE),
                new SecondLook(SecondLook.Purpose.OTHER_KEY, Seen.tls(other, INTERMEDIATE)));
        List<CertificateObservation> certificates =
                Stream.of(LEAF, INTERMEDIATE, other).map(Identity::observed).toList();

        HostVerdictRow first = judge(seen, certificates, Seen.found(HOST, Seen.tlsa(3, 1, 1, LEAF)));
        HostVerdictRow second = judge(seen, certificates, Seen.found(HOST, Seen.tlsa(3, 1, 1, other)));
        HostVerdictRow both =
                judge(seen, certificates, Seen.found(HOST, Seen.tlsa(3, 1, 1, LEAF), Seen.tlsa(3, 1, 1, other)));

        assertThat(first.dane()).isEqualTo(DaneStatus.VALID);
        assertThat(first.daneCause()).isEqualTo(DaneCause.ONLY_ONE_KEY_TYPE);
        assertThat(second.dane()).isEqualTo(DaneStatus.MISMATCH);
        assertThat(second.daneCause()).isEqualTo(DaneCause.OTHER_KEY_TYPE);
        assertThat(both.dane()).isEqualTo(DaneStatus.VALID);
        assertThat(both.daneCause()).isNull();
    }

    private static SmtpOutcome session(
            String version, String cipher, @Nullable String group, @Nullable String signature, Identity... chain) {
        return new SmtpOutcome.TlsEstablished(new TlsSession(
                version,
                cipher,
                Optional.ofNullable(group),
                Optional.ofNullable(signature),
                Arrays.stream(chain).map(Identity::sha256).toList()));
    }

    private static SmtpObservation seen(SmtpOutcome outcome, SecondLook... looks) {
        return Seen.smtp(HOST, Seen.IP4, outcome).lookedAtAgain(List.of(looks));
    }

    private static List<CertificateObservation> known() {
        return Stream.of(LEAF, INTERMEDIATE).map(Identity::observed).toList();
    }

    private static HostVerdictRow judge(SmtpOutcome outcome) {
        return judge(seen(outcome), known());
    }

    private static HostVerdictRow judge(SmtpOutcome outcome, Identity... known) {
        return judge(seen(outcome), Arrays.stream(known).map(Identity::observed).toList());
    }

    private static HostVerdictRow judge(SmtpObservation seen, List<CertificateObservation> known) {
        return judge(seen, known, new TlsaOutcome.Absent(Security.SECURE));
    }

    private static HostVerdictRow judge(SmtpObservation seen, List<CertificateObservation> known, TlsaOutcome tlsa) {
        return new Judge(TestCrawl.roots(ROOT), TestCrawl.PROVIDERS, Reach.BOTH, Previous.NONE)
                .judgeHost(Seen.host(HOST, Security.SECURE, tlsa), List.of(seen), Certificates.of(known))
                .addresses()
                .getFirst()
                .row();
    }
}
