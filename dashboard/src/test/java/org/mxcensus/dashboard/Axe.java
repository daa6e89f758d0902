package org.mxcensus.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/// Looks for what keeps people from using a page: the rules of WCAG 2.2, levels A and AA, that a program can check.
///
/// The script comes in by the debugger, which the Content-Security-Policy of the page does not concern.
final class Axe {
    private static final String SCRIPT = script();

    /// What is folded up is looked at as well.
    private static final String RUN = """
        document.querySelectorAll('details').forEach(details => { details.open = true; });
        axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        }).then(({ violations }) => violations.flatMap(({ id, impact, nodes }) => nodes.slice(0, 3)
          .map(node => [impact, id, node.target.join(' '), node.failureSummary].join(': '))))\
        """;

    private Axe() {}

    /// What is wrong with the open page, each with how bad it is, the rule and the element.
    static List<String> faults(Chromium chromium) {
        chromium.evaluate(SCRIPT + ";0");
        JsonNode found = chromium.evaluate(RUN);
        if (!found.isArray()) {
            throw new IllegalStateException("axe has not run");
        }
        return StreamSupport.stream(found.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
