package org.mxcensus.lab.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in the text of a policy (RFC 8461 §3.2), line by line.
///
/// @param mode empty where the text is no policy
/// @param patterns of MX hosts
/// @param faults each line with a fault, counted from 1; 0 for what is missing
record PolicyText(String mode, List<String> patterns, List<Integer> faults) {

    private static final Pattern FIELD = Pattern.compile("([A-Za-z0-9][\\w.-]*):\\s*(\\S.*?)\\s*");
    // What each field may say; the others are ignored.
    private static final Map<String, Pattern> VALUES = Map.of(
            "version", Pattern.compile("STSv1"),
            "mode", Pattern.compile("enforce|testing|none"),
            // At most 31557600.
            "max_age",
                    Pattern.compile("\\d{1,7}|[12]\\d{7}|30\\d{6}|31[0-4]\\d{5}|315[0-4]\\d{4}|3155[0-6]\\d{3}"
                            + "|31557[0-5]\\d\\d|31557600"),
            "mx", Pattern.compile("(?i)(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"));

    PolicyText {
        patterns = List.copyOf(patterns);
        faults = List.copyOf(faults);
    }

    static PolicyText of(String text) {
        List<Integer> faults = new ArrayList<>();
        Map<String, List<String>> said = new HashMap<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            Matcher field = FIELD.matcher(line);
            if (field.matches() ? !take(field.group(1), field.group(2), said) : !line.isBlank()) {
                faults.add(number);
            }
        }
        List<String> modes = said.getOrDefault("mode", List.of());
        VALUES.keySet().stream()
                .filter(name -> !said.containsKey(name) && !(name.equals("mx") && modes.contains("none")))
                .forEach(_ -> faults.add(0));
        return new PolicyText(
                faults.isEmpty() ? modes.getFirst() : "",
                said.getOrDefault("mx", List.of()).stream()
                        .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                        .toList(),
                faults);
    }

    /// Of repeated fields the first counts, but for mx.
    ///
    /// @return false where the field says what it must not
    private static boolean take(String name, String value, Map<String, List<String>> said) {
        Pattern allowed = VALUES.get(name);
        if (allowed == null || said.containsKey(name) && !name.equals("mx")) {
            return true;
        }
        said.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return allowed.matcher(value).matches();
    }

    /// RFC 8461 §4.1: a wildcard stands for exactly one label, the leftmost.
    boolean allows(String host) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.startsWith("*.")
                        ? host.substring(host.indexOf('.') + 1).equals(pattern.substring(2))
                        : host.equals(pattern));
    }

    boolean enforces() {
        return mode.equals("enforce");
    }
}
