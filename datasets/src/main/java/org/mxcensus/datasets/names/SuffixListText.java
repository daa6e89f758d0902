package org.mxcensus.datasets.names;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.mxcensus.datasets.records.Sha256;

/// A public suffix list, read (https://github.com/publicsuffix/list/wiki/Format).
///
/// @param rules by name in A-labels, with every name that lies between a rule and the root
record SuffixListText(Map<String, SuffixRule> rules, String version) {
    private static final Pattern VERSION = Pattern.compile("//\\s*VERSION:\\s*(\\S+)");
    private static final String COMMENT = "//";

    static SuffixListText parse(byte[] bytes) {
        var rules = new HashMap<String, SuffixRule>();
        var version = "";
        for (var line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            var header = VERSION.matcher(line);
            if (version.isEmpty() && header.lookingAt()) {
                version = header.group(1);
            }
            var rule = line.strip().split("\\s", 2)[0]; // Each line is only read up to the first whitespace.
            if (!rule.isEmpty() && !rule.startsWith(COMMENT)) {
                add(rules, rule);
            }
        }
        return new SuffixListText(Map.copyOf(rules), version.isEmpty() ? "sha256:" + Sha256.of(bytes) : version);
    }

    private static void add(Map<String, SuffixRule> rules, String rule) {
        if (rule.startsWith("!")) {
            put(rules, rule.substring(1), new SuffixRule(false, false, true));
        } else if (rule.startsWith("*.")) {
            put(rules, rule.substring(2), new SuffixRule(false, true, false));
        } else {
            put(rules, rule, new SuffixRule(true, false, false));
        }
    }

    /// A rule whose name is no name matches nothing.
    private static void put(Map<String, SuffixRule> rules, String written, SuffixRule rule) {
        if (DomainNames.normalize(written) instanceof NameOutcome.Name(var name)) {
            rules.merge(name, rule, SuffixRule::and);
            for (var dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                rules.merge(name.substring(dot + 1), SuffixRule.NOTHING, SuffixRule::and);
            }
        }
    }
}
