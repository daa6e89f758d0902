package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where an answer is not what the case expects.
public final class Comparison {
    /// What differs between right answers: many sections speak of one rule, and what Postfix said is a measurement.
    private static final Set<String> NOT_COMPARED = Set.of("section", "posttls_finger", "postfix_differs");

    private Comparison() {}

    /// @return the members of the expectation that the answer has otherwise, such as `dane_sender.reason`
    public static List<String> differences(Record expectation, Record answer) {
        List<String> differences = new ArrayList<>();
        compare("", SuiteText.JSON.valueToTree(expectation), SuiteText.JSON.valueToTree(answer), differences);
        return List.copyOf(differences);
    }

    private static void compare(String where, JsonNode expected, JsonNode answered, List<String> differences) {
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            String name = where + member.getKey();
            JsonNode given = answered.path(member.getKey());
            if (member.getValue().isObject()) {
                compare(name + ".", member.getValue(), given, differences);
            } else if (!NOT_COMPARED.contains(member.getKey())
                    && !member.getValue().equals(given)) {
                differences.add(name);
            }
        }
    }
}
