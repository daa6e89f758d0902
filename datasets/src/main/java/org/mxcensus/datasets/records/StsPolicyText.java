package org.mxcensus.datasets.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.records.StsPolicy.Malformed;
import org.mxcensus.datasets.records.StsPolicy.Mode;
import org.mxcensus.datasets.records.StsPolicy.Outcome;
import org.mxcensus.datasets.records.StsPolicy.Parsed;

/// Reads the text of one MTA-STS policy (RFC 8461 §3.2).
final class StsPolicyText {
    /// A year and a quarter of a day (RFC 8461 §3.2).
    private static final long LONGEST_AGE = 31_557_600;

    /// A name has at most 253 characters (RFC 1035 §2.3.4), and `*.` may stand before it.
    private static final int LONGEST_PATTERN = 255;

    // sts-policy-ext-name ":" *WSP value; the value in visible ASCII or UTF-8 with single spaces inside, *WSP after it.
    private static final Pattern FIELD = Pattern.compile(
            "([A-Za-z0-9][A-Za-z0-9_.\\-]{0,31}):[ \\t]*([!-~\\u0080-\\x{10FFFF}](?:[ -~\\u0080-\\x{10FFFF}]*"
                    + "[!-~\\u0080-\\x{10FFFF}])?)[ \\t]*");
    private static final Pattern AGE = Pattern.compile("\\d{1,10}");
    // RFC 5321 §4.1.2: sub-domain = Let-dig [Ldh-str].
    private static final String LABEL = "[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?";
    private static final Pattern MX = Pattern.compile("(?:\\*\\.)?" + LABEL + "(?:\\." + LABEL + ")*");

    private @Nullable String version;
    private @Nullable Mode mode;
    private @Nullable Long maxAge;
    private final List<String> mx = new ArrayList<>();

    private StsPolicyText() {}

    static Outcome parse(String text) {
        var reader = new StsPolicyText();
        var number = 0;
        // sts-policy-term = LF / CRLF
        for (var line : text.split("\r?\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue; // The ABNF has no place for empty lines; senders pass over them, at the end above all.
            }
            var fault = reader.read(line);
            if (fault.isPresent()) {
                return new Malformed(number, fault.get());
            }
        }
        return reader.result();
    }

    /// Takes one line in; gives what is wrong with it, if anything.
    private Optional<String> read(String line) {
        var field = FIELD.matcher(line);
        if (!field.matches()) {
            return Optional.of("not a field: " + Excerpt.of(line));
        }
        var value = field.group(2);
        return switch (field.group(1)) { // %s: names and values with their case
            case "version" -> version(value);
            case "mode" -> mode(value);
            case "max_age" -> maxAge(value);
            case "mx" -> mx(value);
            default -> Optional.empty(); // RFC 8461 §3.2: unknown fields are ignored.
        };
    }

    // RFC 8461 §3.2: of a repeated field, mx excepted, all but the first are ignored, whatever they say.

    private Optional<String> version(String value) {
        if (version != null) {
            return Optional.empty();
        }
        version = value;
        return value.equals("STSv1") ? Optional.empty() : Optional.of("version is not STSv1");
    }

    private Optional<String> mode(String value) {
        if (mode != null) {
            return Optional.empty();
        }
        switch (value) {
            case "enforce" -> mode = Mode.ENFORCE;
            case "testing" -> mode = Mode.TESTING;
            case "none" -> mode = Mode.NONE;
            default -> {
                return Optional.of("mode is none of enforce, testing, none");
            }
        }
        return Optional.empty();
    }

    private Optional<String> maxAge(String value) {
        if (maxAge != null) {
            return Optional.empty();
        }
        if (!AGE.matcher(value).matches()) {
            return Optional.of("max_age is not a number of one to ten digits");
        }
        maxAge = Long.parseLong(value);
        return maxAge <= LONGEST_AGE ? Optional.empty() : Optional.of("max_age is more than " + LONGEST_AGE);
    }

    private Optional<String> mx(String value) {
        // sts-policy-mx-value = ["*."] Domain; names of hosts ignore case (RFC 4343).
        var pattern = value.toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST_PATTERN || !MX.matcher(pattern).matches()) {
            return Optional.of("mx is not a host name: " + Excerpt.of(value));
        }
        mx.add(pattern);
        return Optional.empty();
    }

    private Outcome result() {
        if (version == null) {
            return new Malformed(0, "no version");
        }
        if (mode == null) {
            return new Malformed(0, "no mode");
        }
        if (maxAge == null) {
            return new Malformed(0, "no max_age");
        }
        // RFC 8461 §3.2: one or more patterns; mode none says that there is no policy, so it needs none (§8.3).
        if (mx.isEmpty() && mode != Mode.NONE) {
            return new Malformed(0, "no mx");
        }
        return new Parsed(new StsPolicy(mode, maxAge, mx));
    }
}
