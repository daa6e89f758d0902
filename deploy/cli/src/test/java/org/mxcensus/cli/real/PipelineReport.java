package org.mxcensus.cli.real;

import java.util.Map;

/// What a crawl took.
///
/// @param nanos by the wall
/// @param spent CPU time by program, in hundredths of a second
record PipelineReport(int domains, long nanos, Map<String, Long> spent) {

    String text() {
        double seconds = nanos / 1e9;
        StringBuilder text = new StringBuilder(
                "%,d domains in %.0f s: %.0f a second.%n%n".formatted(domains, seconds, domains / seconds));
        text.append("| process | CPU s | CPU ms a domain | share of all |\n|---|--:|--:|--:|\n");
        long all = spent.values().stream().mapToLong(Long::longValue).sum();
        spent.forEach((program, used) -> text.append("| %s | %.1f | %.3f | %.0f %% |%n"
                .formatted(program, used / 100.0, used * 10.0 / domains, 100.0 * used / all)));
        return text.append('\n').toString();
    }
}
