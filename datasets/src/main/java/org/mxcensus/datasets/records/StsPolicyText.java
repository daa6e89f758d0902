package org.mxcensus.datasets.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.records.StsPolicy.Incomplete;
import org.mxcensus.datasets.records.StsPolicy.Malformed;
import org.mxcensus.datasets.records.StsPolicy.Mode;
import org.mxcensus.datasets.records.StsPolicy.Outcome;
import org.mxcensus.datasets.records.StsPolicy.Parsed;
import org.mxcensus.datasets.records.StsPolicy.Remark;

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
    private static final Pattern EMPTY = Pattern.compile("[ \\t]*");
    private static final Pattern AGE = Pattern.compile("\\d{1,10}");
    // RFC 5321 §4.1.2: sub-domain = Let-dig [Ldh-str].
    private static final String LABEL = "[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?";
    private static final Pattern MX =
            Pattern.compile("(?:\\*\\.)?" + LABEL + "(?:\\." + LABEL + ")*", Pattern.CASE_INSENSITIVE);

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> REQUIRED_ONCE = List.of("version", "mode", "max_age");

    private final boolean truncated;
    private final Set<String> seen = new HashSet<>();
    private final List<Remark> faults = new ArrayList<>();
    private final List<Remark> leniencies = new ArrayList<>();
    private final List<String> mx = new ArrayList<>();
    private @Nullable Mode mode;
    private @Nullable Long maxAge;
    private int number;

    private StsPolicyText(boolean truncated) {
        this.truncated = truncated;
    }

    static Outcome parse(String text, boolean truncated) {
        var reader = new StsPolicyText(truncated);
        // sts-policy-term = LF / CRLF
        var lines = List.of(text.split("\r?\n", -1));
        // The last terminator is optional; of a text that was cut, the last line is not whole.
        var whole = truncated || lines.getLast().isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
        whole.forEach(reader::take);
        return reader.result();
    }

    private void take(String line) {
        number++;
        var marked = number == 1 && line.startsWith(BYTE_ORDER_MARK);
        if (marked) {
            fault("a byte order mark stands before the first field");
        }
        var content = marked ? line.substring(1) : line;
        var field = FIELD.matcher(content);
        if (EMPTY.matcher(content).matches()) {
            // The ABNF has no place for empty lines; senders pass over them.
            leniencies.add(new Remark(number, "an empty line"));
        } else if (field.matches()) {
            field(field.group(1), field.group(2));
        } else {
            fault("not a field: " + Excerpt.of(content));
        }
    }

    /// Names and values have their case (`%s` in the ABNF).
    private void field(String name, String value) {
        if (name.equals("mx")) {
            seen.add(name);
            mx(value);
        } else if (!REQUIRED_ONCE.contains(name)) {
            return; // RFC 8461 §3.2: unknown fields are ignored.
        } else if (!seen.add(name)) {
            // RFC 8461 §3.2: of a repeated field, mx excepted, all but the first are ignored, whatever they say.
            leniencies.add(new Remark(number, name + " again: the first counts"));
        } else if (name.equals("mode")) {
            mode(value);
        } else if (name.equals("max_age")) {
            maxAge(value);
        } else if (!value.equals("STSv1")) {
            fault("version is not STSv1");
        }
    }

    private void mode(String value) {
        switch (value) {
            case "enforce" -> mode = Mode.ENFORCE;
            case "testing" -> mode = Mode.TESTING;
            case "none" -> mode = Mode.NONE;
            default -> fault("mode is none of enforce, testing, none");
        }
    }

    private void maxAge(String value) {
        if (!AGE.matcher(value).matches()) {
            fault("max_age is not a number of one to ten digits");
        } else if (Long.parseLong(value) > LONGEST_AGE) {
            fault("max_age is more than " + LONGEST_AGE);
        } else {
            maxAge = Long.parseLong(value);
        }
    }

    private void mx(String value) {
        // sts-policy-mx-value = ["*."] Domain; names of hosts ignore case (RFC 4343).
        if (value.length() > LONGEST_PATTERN || !MX.matcher(value).matches()) {
            fault("mx is not a host name: " + Excerpt.of(value));
        } else {
            mx.add(value.toLowerCase(Locale.ROOT));
        }
    }

    private void fault(String reason) {
        faults.add(new Remark(number, reason));
    }

    private Outcome result() {
        var missing = missing();
        if (truncated && faults.isEmpty() && !missing.isEmpty()) {
            return new Incomplete(leniencies);
        }
        if (!truncated) {
            faults.addAll(missing);
        }
        return faults.isEmpty() && mode != null && maxAge != null
                ? new Parsed(new StsPolicy(mode, maxAge, mx), leniencies)
                : new Malformed(faults, leniencies);
    }

    private List<Remark> missing() {
        return Stream.concat(REQUIRED_ONCE.stream(), Stream.of("mx"))
                // RFC 8461 §3.2: one mx or more, unless the mode is none.
                .filter(name -> !seen.contains(name) && !(name.equals("mx") && mode == Mode.NONE))
                .map(name -> new Remark(0, "no " + name))
                .toList();
    }
}
