package org.mxcensus.crawler.preflight;

import java.time.Instant;
import java.util.List;

/// What a preflight found, as it is kept with the dataset.
///
/// @param at when
/// @param passed whether a crawl of the internet may begin
/// @param ehloName the name that was checked
/// @param addresses those that we call from, as far as they are known
/// @param resolvers who was asked
/// @param program the version of this program
/// @param findings one for each check
public record Report(
        Instant at,
        boolean passed,
        String ehloName,
        List<String> addresses,
        List<String> resolvers,
        String program,
        List<Finding> findings) {
    public Report {
        addresses = List.copyOf(addresses);
        resolvers = List.copyOf(resolvers);
        findings = List.copyOf(findings);
    }

    /// Whether everything that a crawl waits for is in order.
    static boolean passed(List<Finding> findings) {
        return findings.stream().filter(Finding::required).allMatch(finding -> finding.result() == Result.PASSED);
    }
}
