package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.Table;

/// `mxcensus import` of a generated scan of two million lines, and of a quarter of it, each in a JVM of its own with
/// 1 GiB of heap. Writes `target/benchmarks/scan.md`. That each line is taken in is asserted; times are not.
@Tag("endurance")
class ScanRateTest {
    private static final int LINES = Integer.getInteger("mxcensus.rate.lines", 2_000_000);
    private static final LocalDate DATE = LocalDate.of(2026, 8, 1);

    @TempDir
    Path folder;

    @Test
    void aScanOfTwoMillionLines() throws Exception {
        StringBuilder report = new StringBuilder(
                "| lines | reading | wall | CPU | peak RSS | load |%n|---|---|---|---|---|---|%n".formatted());
        for (int lines : List.of(LINES / 4, LINES)) {
            report.append(row(lines));
        }
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("scan.md"), report);
    }

    private String row(int lines) throws IOException, InterruptedException {
        Path scan = folder.resolve("scan-%d.jsonl.zst".formatted(lines));
        Path exchanges = folder.resolve("mx-%d.txt".formatted(lines));
        Path data = folder.resolve("data-" + lines);
        GeneratedScan generated = new GeneratedScan(lines);
        generated.writeScan(scan);
        generated.writeExchanges(exchanges);

        CommandAlone.Cost took = CommandAlone.run(
                "1g",
                "import",
                scan.toString(),
                "--mx",
                exchanges.toString(),
                "--data",
                data.toString(),
                "--crawl",
                DATE.toString());

        assertThat(new Dataset(data, DATE).manifest().counts())
                .containsEntry(Table.FRAME.name(), (long) lines)
                .containsEntry(Table.SMTP.name(), (long) lines)
                .containsEntry(Table.MX_HOSTS.name(), lines / 2L);
        String reading = took.said().stream()
                .filter(line -> line.startsWith(scan + ": "))
                .reduce((_, last) -> last)
                .orElseThrow();
        return "| %,d | %s | %s |%n".formatted(lines, reading.substring(reading.indexOf("  ") + 2), took.cells());
    }
}
