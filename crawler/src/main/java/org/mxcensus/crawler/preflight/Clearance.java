package org.mxcensus.crawler.preflight;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether a crawl of the internet may begin.
public final class Clearance {

    /// Reverse DNS, block lists and firewalls change without telling; a week is as long as one may look away.
    public static final Duration VALIDITY = Duration.ofDays(7);

    private Clearance() {}

    /// @param report the latest, where there is one
    /// @param ehloName what the crawl would introduce itself as
    /// @return what stands against it, a clause; empty where nothing does
    public static Optional<String> objection(Optional<Report> report, String ehloName, Instant now) {
        return report.isEmpty() ? Optional.of("no preflight was made") : objection(report.get(), ehloName, now);
    }

    private static Optional<String> objection(Report report, String ehloName, Instant now) {
        if (!report.passed()) {
            return Optional.of("the preflight of %s did not pass (%s)".formatted(report.at(), open(report)));
        }
        if (!report.ehloName().equalsIgnoreCase(ehloName)) {
            return Optional.of("the preflight of %s was made for the name %s and not for %s"
                    .formatted(report.at(), report.ehloName(), ehloName));
        }
        if (report.at().plus(VALIDITY).isBefore(now)) {
            return Optional.of("the preflight of %s is older than %d days".formatted(report.at(), VALIDITY.toDays()));
        }
        return Optional.empty();
    }

    private static String open(Report report) {
        return report.findings().stream()
                .filter(Finding::required)
                .filter(finding -> finding.result() != Result.PASSED)
                .map(finding -> finding.check().title())
                .collect(Collectors.joining(", "));
    }
}
