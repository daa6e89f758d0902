package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.judge.Judge;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.store.UserError;

/// Answers a case or a whole suite that somebody gives as JSON.
///
/// @param providers for the parts of a verdict that no case asks for
public record CaseAnswers(Providers providers) {
    private static final String HELP = "; datasets/conformance/README.md says what a case holds.";
    private static final List<String> OF_A_SUITE = List.of("version", "certificates", "roots", "keys");

    /// @param text a suite, or one case with the member `suite` that says of which
    /// @return the answers as JSON
    /// @throws UserError where it is neither
    public String answer(byte[] text) {
        JsonNode given = read(text);
        if (!(given instanceof ObjectNode document)) {
            throw new UserError("The input is no JSON object" + HELP);
        }
        SuiteKind kind = kind(document);
        if (document.has("cases")) {
            return suite(document, suite(document, kind));
        }
        Suite<SuiteCase> alone = suite(around(document), kind);
        return written(answer(alone.cases().getFirst(), judge(alone)));
    }

    private static JsonNode read(byte[] text) {
        try {
            return SuiteText.JSON
                    .reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw new UserError("The input is no JSON" + where + HELP, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SuiteKind kind(ObjectNode document) {
        String name = document.path("suite").asText("");
        return SuiteKind.named(name)
                .orElseThrow(() -> new UserError("The input's member \"suite\" is %s and should be one of %s%s"
                        .formatted(name.isEmpty() ? "missing" : '"' + name + '"', SuiteKind.all(), HELP)));
    }

    /// The suite of which this is the only case.
    private static ObjectNode around(ObjectNode alone) {
        ObjectNode suite = alone.objectNode();
        ObjectNode only = alone.deepCopy();
        suite.set("suite", only.remove("suite"));
        suite.put("version", "");
        for (String member : OF_A_SUITE) {
            JsonNode value = only.remove(member);
            if (value != null) {
                suite.set(member, value);
            }
        }
        suite.putArray("cases").add(only);
        return suite;
    }

    @SuppressWarnings("unchecked") // a suite of whatever cases
    private static Suite<SuiteCase> suite(ObjectNode document, SuiteKind kind) {
        try {
            return (Suite<SuiteCase>) SuiteText.JSON.treeToValue(document, SuiteText.type(kind.cases()));
        } catch (JacksonException e) {
            throw new UserError("The input cannot be understood: " + CaseFault.of(e) + HELP, e);
        }
    }

    private CaseJudge judge(Suite<SuiteCase> suite) {
        try {
            return CaseJudge.of(suite, providers);
        } catch (IllegalArgumentException e) {
            throw new UserError("The input's member \"roots\" cannot be used: " + e.getMessage() + HELP, e);
        }
    }

    private String suite(ObjectNode document, Suite<SuiteCase> suite) {
        CaseJudge judge = judge(suite);
        ObjectNode answers = document.objectNode();
        answers.put("suite", suite.suite());
        answers.put("version", suite.version());
        answers.put("judge", Judge.VERSION);
        ArrayNode list = document.arrayNode();
        suite.cases().forEach(one -> list.add(answer(one, judge)));
        answers.put("cases", list.size());
        answers.put(
                "agree",
                list.valueStream().filter(one -> one.path("differs").isEmpty()).count());
        answers.set("answers", list);
        return written(answers);
    }

    /// The answer, and where the case has an expectation, in what it differs from that.
    private static ObjectNode answer(SuiteCase one, CaseJudge judge) {
        try {
            Record answer = judge.judge(one);
            ObjectNode node = SuiteText.JSON.valueToTree(answer);
            @Nullable Record expected = one.expect();
            if (expected != null) {
                node.set("differs", SuiteText.JSON.valueToTree(Comparison.differences(expected, answer)));
            }
            return node;
        } catch (IllegalArgumentException e) {
            throw new UserError("The case \"%s\" cannot be judged: %s%s".formatted(one.id(), e.getMessage(), HELP), e);
        }
    }

    private static String written(ObjectNode node) {
        try {
            return SuiteText.JSON.writeValueAsString(node);
        } catch (JacksonException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
