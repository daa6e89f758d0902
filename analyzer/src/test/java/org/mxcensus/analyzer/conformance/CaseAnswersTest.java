package org.mxcensus.analyzer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.store.UserError;

/// Answers to whoever brings cases of his own.
class CaseAnswersTest {
    private static final CaseAnswers ANSWERS = new CaseAnswers(TestCrawl.PROVIDERS);
    private static final JsonNode SUITE = SuiteText.JSON.valueToTree(SuiteText.bundled(SuiteKind.DANE));

    @ParameterizedTest
    @EnumSource
    void aSuiteIsAnsweredCaseByCase(SuiteKind kind) throws JsonProcessingException {
        Suite<?> suite = SuiteText.bundled(kind);

        JsonNode answers = answer(SuiteText.write(suite));

        assertThat(answers.path("suite").asText()).isEqualTo(kind.suite());
        assertThat(answers.path("cases").asInt()).isEqualTo(suite.cases().size());
        assertThat(answers.path("answers")
                        .valueStream()
                        .map(one -> one.path("id").asText()))
                .containsExactlyElementsOf(
                        suite.cases().stream().map(SuiteCase::id).toList());
    }

    @Test
    void aCaseAloneSaysWhatItsChainIs() throws JsonProcessingException {
        ObjectNode alone = alone("ta-cert-sha256");
        alone.remove("expect");

        JsonNode answer = answer(alone.toString());

        assertThat(answer.path("host_verdict").asText()).isEqualTo("VALID");
        assertThat(answer.path("match").asText()).startsWith("2 0 1 ");
        assertThat(answer.path("matched").asText()).isEqualTo("intermediate");
        assertThat(answer.has("differs")).isFalse();
    }

    @Test
    void certificatesMayStandInTheCaseItself() throws JsonProcessingException {
        ObjectNode alone = alone("ee-spki-sha256");
        String der = alone.path("certificates").path("ee-spki-sha256.leaf").asText();
        alone.remove("certificates");
        alone.remove("keys");
        ((ObjectNode) alone.path("smtp")).remove("key");
        ((ObjectNode) alone.path("smtp")).putArray("chain").add(der);

        assertThat(answer(alone.toString()).path("matched").asText()).isEqualTo(der);
    }

    @Test
    void whatDiffersFromTheExpectationIsNamed() throws JsonProcessingException {
        ObjectNode alone = alone("ee-spki-sha256");
        ((ObjectNode) alone.path("expect")).put("host_verdict", "MISMATCH").put("dane_sender", "DEFERRED");

        assertThat(answer(alone.toString()).path("differs").valueStream().map(JsonNode::asText))
                .containsExactly("host_verdict", "dane_sender");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                        | The input is no JSON
        {"suite":                                 | The input is no JSON at line 1, column 10
        {"suite":"dane"} x                        | The input is no JSON at line 1, column 18
        []                                        | The input is no JSON object
        {"cases":[]}                              | The input's member "suite" is missing and should be one of dane, mta-sts, tlsrpt, senders
        {"suite":"dnae","cases":[]}               | The input's member "suite" is "dnae" and should be one of
        {"suite":"dane","cases":[{}]}             | The input cannot be understood: "id" is missing in "cases[0]"
        {"suite":"tlsrpt","id":"a","txt":{},"idd":1} | The input cannot be understood: nothing is known of "cases[0].idd"
        {"suite":"tlsrpt","id":"a","txt":{"failure":"X"}} | The input cannot be understood: "cases[0].txt.failure" is "X" and should be one of TIMEOUT, SERVFAIL
        {"suite":"tlsrpt","id":"a","txt":{"texts":7}} | The input cannot be understood: "cases[0].txt.texts" does not hold what belongs there
        {"suite":"senders","roots":["x"],"cases":[]} | The input's member "roots" cannot be used: "x" is no
        """)
    void aMistakeEndsInOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> answer(text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(sentence)
                .hasMessageEndingWith("datasets/conformance/README.md says what a case holds.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3 1 1    | the TLSA record "3 1 1" is not of the form
        3 1 1 ab | "no-such-certificate" is no name in "certificates" and no base64 of a certificate
        """)
    void aCaseThatCannotBeJudgedIsNamed(String tlsa, String reason) {
        ObjectNode alone = alone("ee-spki-sha256");
        ((ObjectNode) alone.path("tlsa")).putArray("records").add(tlsa);
        ((ObjectNode) alone.path("smtp")).putArray("chain").add("no-such-certificate");

        assertThatThrownBy(() -> answer(alone.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The case \"ee-spki-sha256\" cannot be judged: " + reason);
    }

    private static ObjectNode alone(String id) {
        ObjectNode alone = SUITE.path("cases")
                .valueStream()
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        alone.put("suite", "dane");
        alone.set("certificates", SUITE.path("certificates"));
        alone.set("keys", SUITE.path("keys"));
        return alone;
    }

    private static JsonNode answer(String text) throws JsonProcessingException {
        return SuiteText.JSON.readTree(ANSWERS.answer(text.getBytes(StandardCharsets.UTF_8)));
    }
}
