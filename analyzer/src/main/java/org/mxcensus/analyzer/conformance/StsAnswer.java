package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// What our judges make of a case of MTA-STS, under the names of its expectation.
///
/// @param sentence the cause in words, and `fix` what to change
/// @param detail the cause in a phrase, with line or status where there is one
/// @param faults every fault of the policy's text
/// @param leniencies what senders let pass though RFC 8461 does not
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StsAnswer(
        String id,
        StsStatus verdict,
        @Nullable String mode,
        @Nullable StsCause cause,
        @Nullable Integer line,
        @Nullable String host,
        String section,
        @Nullable String sentence,
        @Nullable String fix,
        @Nullable String detail,
        List<String> faults,
        List<String> leniencies) {
    private static final Pattern LINE = Pattern.compile("line (\\d+): .*", Pattern.DOTALL);

    static @Nullable Integer line(@Nullable String detail) {
        Matcher named = LINE.matcher(detail == null ? "" : detail);
        return named.matches() ? Integer.valueOf(named.group(1)) : null;
    }
}
