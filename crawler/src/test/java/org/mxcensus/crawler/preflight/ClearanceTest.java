package org.mxcensus.crawler.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;

/// Given this report, whether a crawl of the internet may begin.
class ClearanceTest {
    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
    private static final Finding GOOD = Finding.passed(Check.NAME, "Fine.");
    private static final Finding OPEN = Finding.unknown(Check.PORT, "Nobody knows.", "Ask.");

    @TempDir
    private Path folder;

    @Test
    void afterAPassedPreflight() {
        assertThat(objection(report(NOW.minus(Duration.ofDays(6)), GOOD, OPEN.optional())))
                .isEmpty();
    }

    @Test
    void notWithoutOne() {
        assertThat(Clearance.objection(Optional.empty(), "scanner.example.org", NOW))
                .contains("no preflight was made");
    }

    @Test
    void notAfterOneThatLeftSomethingOpen() {
        assertThat(objection(report(NOW, GOOD, OPEN)))
                .contains("the preflight of 2026-08-01T12:00:00Z did not pass (the way to mail servers)");
    }

    @Test
    void notForAnotherName() {
        assertThat(Clearance.objection(Optional.of(report(NOW, GOOD)), "other.example.org", NOW))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("scanner.example.org and not for other.example.org"));
    }

    @Test
    void notAfterAWeek() {
        assertThat(objection(report(NOW.minus(Duration.ofDays(7).plusSeconds(1)), GOOD)))
                .hasValueSatisfying(text -> assertThat(text).endsWith("is older than 7 days"));
    }

    @Test
    void aReportIsKeptWithTheDataset() {
        ReportFile file = new ReportFile(new DirectoryStore(folder));
        assertThat(file.find()).isEmpty();

        Report report = report(NOW, GOOD, OPEN);
        file.write(report);

        assertThat(file.find()).contains(report);
        assertThat(file.sha256()).hasSize(64);
    }

    @Test
    void aDamagedReportIsTheUsersToMend() throws IOException {
        ReportFile file = new ReportFile(new DirectoryStore(folder));
        Files.writeString(folder.resolve("preflight.json"), "{\"at\": ");

        assertThatThrownBy(file::find)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("preflight.json")
                .hasMessageContaining("mxcensus preflight");
    }

    private static Optional<String> objection(Report report) {
        return Clearance.objection(Optional.of(report), "SCANNER.example.org", NOW);
    }

    private static Report report(Instant at, Finding... findings) {
        List<Finding> all = List.of(findings);
        return new Report(
                at,
                Report.passed(all),
                "scanner.example.org",
                List.of("192.0.2.1"),
                List.of("127.0.0.1:53"),
                "0.1.0",
                all);
    }
}
