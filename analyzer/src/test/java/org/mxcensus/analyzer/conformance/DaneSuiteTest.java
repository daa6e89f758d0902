package org.mxcensus.analyzer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.conformance.DaneCase.Expect;
import org.mxcensus.datasets.schema.DaneCause;

/// The suite of DANE as it is published: well formed, made as it says, and answered by our judges as it expects.
///
/// With `-Dmxcensus.conformance.write=true` the first test writes the file instead.
class DaneSuiteTest {
    private static final Suite<DaneCase> SUITE = SuiteText.bundled("dane", DaneCase.class);
    private static final DaneCaseJudge JUDGE =
            new DaneCaseJudge(new Material(SUITE.certificates()), TestCrawl.PROVIDERS);

    /// Causes that the judge does not tell yet.
    private static final Set<DaneCause> AWAITED = Set.of(
            DaneCause.ROLLOVER_LATE,
            DaneCause.ROLLOVER_EARLY,
            DaneCause.WRONG_USAGE,
            DaneCause.WRONG_SELECTOR,
            DaneCause.WRONG_MATCHING_TYPE,
            DaneCause.SHADOWED,
            DaneCause.EMPTY_INPUT,
            DaneCause.PEM_TEXT,
            DaneCause.MISTYPED,
            DaneCause.RETIRED_CA,
            DaneCause.PATH_INVALID);

    @Test
    void theFileIsWhatItsProgramWrites() throws IOException {
        Path file = Path.of("..", "datasets", "conformance", "dane.json");
        String text = SuiteText.write(DaneSuite.write(SuiteText.read(Files.readAllBytes(file), DaneCase.class)));
        if (Boolean.getBoolean("mxcensus.conformance.write")) {
            Files.writeString(file, text);
        }

        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void thereAreManyCasesEachWithANameOfItsOwn() {
        assertThat(SUITE.cases()).hasSizeBetween(160, 240);
        assertThat(SUITE.cases())
                .extracting(DaneCase::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9-]{1,56}"));
        assertThat(SUITE.cases())
                .extracting(DaneCase::title)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(SUITE.cases())
                .extracting(one -> one.expect().section())
                .allMatch(section -> section.matches("RFC (3207|6698|7671|7672) §\\d+(\\.\\d+)*"));
    }

    @Test
    void everyKeyFitsItsCertificate() throws GeneralSecurityException {
        assertThat(SUITE.keys().keySet()).isEqualTo(SUITE.certificates().keySet());
        for (Map.Entry<String, String> entry : SUITE.certificates().entrySet()) {
            PublicKey publicKey = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(decode(entry.getValue())))
                    .getPublicKey();
            PrivateKey key = KeyFactory.getInstance(publicKey.getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(decode(SUITE.keys().get(entry.getKey()))));
            Signature signature =
                    Signature.getInstance(publicKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(decode(entry.getValue()));
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(decode(entry.getValue()));
            assertThat(signature.verify(signed)).as(entry.getKey()).isTrue();
        }
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }

    @Test
    void everyCertificateIsUsed() {
        List<String> used = SUITE.cases().stream()
                .flatMap(one -> Stream.concat(
                        one.smtp().chain().stream(),
                        Stream.ofNullable(one.smtp().otherKey()).flatMap(other -> other.chain().stream())))
                .toList();

        assertThat(used).isSubsetOf(SUITE.certificates().keySet());
    }

    @Test
    void everyCauseOfAnAddressHasACase() {
        assertThat(SUITE.cases())
                .flatMap(one -> Stream.of(one.expect().cause(), one.expect().domainCause())
                        .filter(c -> c != null)
                        .toList())
                .contains(Stream.of(DaneCause.values())
                        .filter(cause -> switch (cause) {
                            case SOME_HOSTS_WITHOUT, SOME_ADDRESSES_FAIL, LOOKUP_INTERNAL_ERROR -> false;
                            default -> true;
                        })
                        .toArray(DaneCause[]::new));
    }

    static List<DaneCase> cases() {
        return SUITE.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void ourJudgesAnswerAsExpected(DaneCase given) {
        Expect expect = given.expect();
        DaneAnswer answer = JUDGE.judge(given);

        assertThat(List.of(answer.hostVerdict(), answer.domainVerdict(), answer.daneSender(), answer.postfixSender()))
                .as(given.title())
                .isEqualTo(List.of(
                        expect.hostVerdict(), expect.domainVerdict(), expect.daneSender(), expect.postfixSender()));
        if (expect.cause() == null || !AWAITED.contains(expect.cause())) {
            assertThat(answer.cause()).isEqualTo(expect.cause());
            assertThat(answer.domainCause()).isEqualTo(expect.domainCause());
        }
    }
}
