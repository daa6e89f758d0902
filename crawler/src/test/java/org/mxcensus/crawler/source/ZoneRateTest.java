package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.ledger.RealServer;

/// Ten million records in 64 MiB of heap, however they are written; and how fast that goes, beside other tools. It
/// writes `target/benchmarks/zones.md`, and asserts nothing about time.
@Tag("endurance")
class ZoneRateTest {
    private static final int DOMAINS = 4_195_803;
    private static final int SMALLER = 419_580;

    private static final List<String> REPORT = new ArrayList<>(
            List.of("| what | records | wall | CPU | records a second of CPU | memory |", "|---|---|---|---|---|---|"));

    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource({
        "SORTED, sorted.zone",
        "SORTED, sorted.zone.gz",
        "DS_LAST, ds-last.zone",
        "SHUFFLED, shuffled.zone",
    })
    void tenMillionRecordsIn64MiB(GeneratedZone.Order order, String name) throws Exception {
        var zone = new GeneratedZone(DOMAINS, order);
        var file = zone.write(folder.resolve(name));
        var took = read(file);
        Files.delete(file);
        assertThat(took.get("records")).isEqualTo(zone.records()).isGreaterThanOrEqualTo(10_000_000);
        assertThat(took.get("domains")).isEqualTo(DOMAINS);
        assertThat(took.get("signed")).isEqualTo(zone.signed());
        assertThat(took.get("malformed")).isZero();
        report(
                "read twice, " + name + ", -Xmx64m",
                zone.records(),
                Duration.ofMillis(took.get("wallMs")),
                Duration.ofMillis(took.get("processMs")),
                took.get("rssKb") / 1024);
    }

    @Test
    void besideOtherTools() throws Exception {
        var zone = new GeneratedZone(SMALLER, GeneratedZone.Order.SORTED);
        var file = zone.write(folder.resolve("smaller.zone"));
        var packed = zone.write(folder.resolve("smaller.zone.gz"));
        compare("wc -l", zone, "wc", "-l", file.toString());
        compare("zcat", zone, "zcat", packed.toString());
        compare("ldns-read-zone -n", zone, RealServer.require("ldns-read-zone").toString(), "-n", file.toString());
        var checkzone = RealServer.require("named-checkzone").toString();
        compare("named-checkzone", zone, checkzone, "-i", "none", "-k", "ignore", "nl", file.toString());
        var took = read(file);
        report(
                "read twice, -Xmx64m",
                zone.records(),
                Duration.ofMillis(took.get("wallMs")),
                Duration.ofMillis(took.get("processMs")),
                took.get("rssKb") / 1024);
    }

    @AfterAll
    static void write() throws IOException {
        REPORT.forEach(System.out::println);
        Files.write(Files.createDirectories(Path.of("target/benchmarks")).resolve("zones.md"), REPORT);
    }

    private static Map<String, Long> read(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ZoneReading.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(line).isZero();
        return Stream.of(line.split(" "))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
    }

    private static void compare(String name, GeneratedZone zone, String... command) throws Exception {
        var timed = Stream.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" > /dev/null", "bash");
        var process =
                new ProcessBuilder(Stream.concat(timed, Stream.of(command)).toList()).start();
        var lines = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("%s: %s", name, lines).isZero();
        var times = Stream.of(lines.getLast().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        report(name, zone.records(), seconds(times[0]), seconds(times[1] + times[2]), 0);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private static void report(String what, long records, Duration wall, Duration cpu, long mebibytes) {
        REPORT.add(String.format(
                Locale.ROOT,
                "| %s | %,d | %.2f s | %.2f s | %,d | %s |",
                what,
                records,
                wall.toMillis() / 1e3,
                cpu.toMillis() / 1e3,
                records * 1_000 / Math.max(1, cpu.toMillis()),
                mebibytes == 0 ? "" : mebibytes + " MiB"));
    }
}
