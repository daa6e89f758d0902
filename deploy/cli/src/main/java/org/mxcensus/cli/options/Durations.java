package org.mxcensus.cli.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mxcensus.datasets.store.UserError;

/// Durations as people write them: `200ms`, `30s`, `15m`, `2h`.
final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Durations() {}

    /// @param option what to name in an error
    /// @throws UserError where the text is no duration
    static Duration read(String option, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new UserError("%s is \"%s\", which is no duration; write a number and ms, s, m or h, such as 15m."
                    .formatted(option, text));
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
