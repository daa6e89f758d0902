package org.mxcensus.analyzer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.TlsFailure;

/// The suites as they are published: well formed, made as they say, and answered by our judges as they expect.
///
/// With `-Dmxcensus.conformance.write=true` the first test writes the files instead.
class SuitesTest {
    private static final Map<SuiteKind, Suite<? extends SuiteCase>> SUITES = new EnumMap<>(SuiteKind.class);

    static {
        for (SuiteKind kind : SuiteKind.values()) {
            SUITES.put(kind, SuiteText.bundled(kind));
        }
    }

    private static Suite<? extends SuiteCase> suite(SuiteKind kind) {
        return SUITES.get(kind);
    }

    @ParameterizedTest
    @EnumSource
    void theFileIsWhatItsProgramWrites(SuiteKind kind) throws IOException {
        String text = SuiteText.write(SuiteFiles.made(kind));
        if (Boolean.getBoolean("mxcensus.conformance.write")) {
            Files.writeString(SuiteFiles.file(kind), text);
        }

        assertThat(Files.readString(SuiteFiles.file(kind))).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void thereAreManyCasesEachWithANameOfItsOwn(SuiteKind kind) {
        int atLeast = switch (kind) {
            case DANE -> 150;
            case MTA_STS -> 40;
            case TLSRPT -> 20;
            case SENDERS -> 30;
        };

        assertThat(suite(kind).cases()).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(suite(kind).cases())
                .extracting(SuiteCase::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9-]{1,56}"));
        assertThat(suite(kind).cases())
                .extracting(SuiteCase::title)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(suite(kind).cases())
                .extracting(SuitesTest::section)
                .allMatch(section ->
                        section.matches("RFC (3207|5321|6698|7435|7505|7671|7672|8460|8461) §\\d+(\\.\\d+)*"));
    }

    private static String section(SuiteCase one) {
        JsonNode expect = SuiteText.JSON.valueToTree(one.expect());
        return expect.path("section").asText();
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyFitsItsCertificate(SuiteKind kind) throws GeneralSecurityException {
        Suite<?> suite = suite(kind);

        assertThat(suite.keys().keySet()).isEqualTo(suite.certificates().keySet());
        for (Map.Entry<String, String> entry : suite.certificates().entrySet()) {
            byte[] der = Base64.getDecoder().decode(entry.getValue());
            byte[] key = Base64.getDecoder().decode(suite.keys().get(entry.getKey()));
            assertThat(fits(der, key)).as(entry.getKey()).isTrue();
        }
    }

    private static boolean fits(byte[] der, byte[] pkcs8) throws GeneralSecurityException {
        PublicKey publicKey = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der))
                .getPublicKey();
        PrivateKey key =
                KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        Signature signature =
                Signature.getInstance(publicKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(key);
        signature.update(der);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(der);
        return signature.verify(signed);
    }

    /// Causes of several hosts, of several addresses, and of our own faults are no matter of one host.
    @Test
    void everyCauseHasACase() {
        Set<DaneCause> not =
                Set.of(DaneCause.SOME_HOSTS_WITHOUT, DaneCause.SOME_ADDRESSES_FAIL, DaneCause.LOOKUP_INTERNAL_ERROR);

        assertThat(causes(SuiteKind.DANE))
                .contains(Arrays.stream(DaneCause.values())
                        .filter(cause -> !not.contains(cause))
                        .map(Enum::name)
                        .toArray(String[]::new));
        assertThat(causes(SuiteKind.MTA_STS))
                .contains(Arrays.stream(StsCause.values()).map(Enum::name).toArray(String[]::new));
    }

    private static List<String> causes(SuiteKind kind) {
        return suite(kind).cases().stream()
                .<JsonNode>map(one -> SuiteText.JSON.valueToTree(one.expect()))
                .flatMap(expect -> Stream.of("cause", "domain_cause")
                        .map(member -> expect.path(member).asText()))
                .toList();
    }

    @Test
    void everyReasonOfASenderThatWeJudgeForHasACase() {
        String text = SuiteText.write(suite(SuiteKind.SENDERS));

        assertThat(Arrays.stream(TlsFailure.values())
                        .filter(reason -> reason != TlsFailure.DANE_REQUIRED)
                        .map(TlsFailure::resultType))
                .allMatch(reason -> text.contains('"' + reason + '"'));
    }

    static Stream<Arguments> cases() {
        return Stream.of(SuiteKind.values()).flatMap(kind -> {
            CaseJudge judge = CaseJudge.of(suite(kind), TestCrawl.PROVIDERS);
            return suite(kind).cases().stream().map(one -> Arguments.argumentSet(one.id(), one, judge));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourJudgesAnswerAsExpected(SuiteCase given, CaseJudge judge) {
        Record answer = judge.judge(given);

        assertThat(Comparison.differences(given.expect(), answer))
                .as("%s: expected %s, answered %s", given.title(), given.expect(), answer)
                .isEmpty();
    }
}
