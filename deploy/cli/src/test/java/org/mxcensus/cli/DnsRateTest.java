package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// `mxcensus bench dns` and dnsperf in turns against one NSD with 300,000 names, all on this machine. Writes
/// `target/benchmarks/dns.md`. That every query is answered is asserted; rates are not.
@Tag("endurance")
class DnsRateTest {
    private static final int NAMES = 300_000;
    private static final int PASSES = 3;
    private static final int ROUNDS = 3;
    private static final Pattern RATE = Pattern.compile("Queries per second:\\s+([\\d.]+)");
    private static final Pattern LOST = Pattern.compile("Queries lost:\\s+(\\d+)");

    @TempDir
    static Path folder;

    /// What dnsperf says of a run.
    private record Perf(double rate, long lost) {}

    @Test
    void ratesAtThreeWindows() throws Exception {
        write();
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d names, %,d queries a run, median of %d; load before: %.1f%n%n"
                        + "| window | answers a second | of dnsperf's | CPU µs a query | p50, p99 ms | unanswered"
                        + " | dnsperf: answers a second, lost |%n|---|---|---|---|---|---|---|%n",
                NAMES,
                NAMES * PASSES,
                ROUNDS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        try (Daemon nsd = startNsd()) {
            for (int window : new int[] {100, 1_000, 10_000}) {
                report.append(row(nsd.address(), window));
            }
        }
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("dns.md"), report);
    }

    private static String row(InetSocketAddress nsd, int window) throws Exception {
        List<JsonNode> ours = new ArrayList<>();
        List<Perf> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(ours(nsd, window));
            theirs.add(theirs(nsd, window));
        }
        assertThat(ours).allSatisfy(run -> {
            assertThat(run.get("answered").asInt()).isEqualTo(NAMES * PASSES);
            assertThat(run.get("unanswered").asInt()).isZero();
        });
        double rate = median(ours, run -> run.get("qps").asDouble());
        double perf = median(theirs, Perf::rate);
        return String.format(
                Locale.ROOT,
                "| %,d | %,.0f | %.2f | %.1f | %.1f, %.1f | 0 | %,.0f, %,.0f |%n",
                window,
                rate,
                rate / perf,
                median(ours, run -> run.get("cpu_us_per_query").asDouble()),
                median(ours, run -> run.get("latency_ms").get("p50").asDouble()),
                median(ours, run -> run.get("latency_ms").get("p99").asDouble()),
                perf,
                median(theirs, run -> (double) run.lost()));
    }

    private static JsonNode ours(InetSocketAddress nsd, int window) throws Exception {
        Path said = folder.resolve("ours");
        Process process = ChildProcess.start(
                said,
                List.of(
                        "bench",
                        "dns",
                        "--server",
                        nsd.getAddress().getHostAddress() + ":" + nsd.getPort(),
                        "--names",
                        folder.resolve("names").toString(),
                        "--type",
                        "MX",
                        "--window",
                        "" + window,
                        "--queries",
                        "" + NAMES * PASSES,
                        "--json"));
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        return new JsonMapper().readTree(Files.readString(said));
    }

    private static Perf theirs(InetSocketAddress nsd, int window) throws Exception {
        Path said = folder.resolve("theirs");
        Process process = new ProcessBuilder(
                        RealServer.require("dnsperf").toString(),
                        "-s",
                        nsd.getAddress().getHostAddress(),
                        "-p",
                        "" + nsd.getPort(),
                        "-d",
                        folder.resolve("queries").toString(),
                        "-n",
                        "" + PASSES,
                        "-c",
                        "1",
                        "-T",
                        "1",
                        "-q",
                        "" + window)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        String text = Files.readString(said);
        return new Perf(Double.parseDouble(found(RATE, text)), Long.parseLong(found(LOST, text)));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    /// Names are asked for in another order than that of the zone.
    private static void write() throws IOException {
        List<String> names = new ArrayList<>(IntStream.range(0, NAMES)
                .mapToObj(i -> "d" + i + ".bench.example")
                .toList());
        List<String> zone = new ArrayList<>(List.of(
                "$ORIGIN bench.example.",
                "$TTL 3600",
                "@ SOA ns hostmaster 1 3600 600 86400 300",
                "@ NS ns",
                "ns A 127.0.0.1"));
        IntStream.range(0, NAMES).forEach(i -> zone.add("d%d MX 10 mx%d.d%d".formatted(i, i % 1000, i)));
        Collections.shuffle(names, new Random(7));
        Files.write(folder.resolve("bench.zone"), zone);
        Files.write(folder.resolve("names"), names);
        Files.write(
                folder.resolve("queries"),
                names.stream().map(name -> name + " MX").toList());
    }

    private static Daemon startNsd() {
        String program = RealServer.require("nsd").toString();
        Path log = folder.resolve("nsd.log");
        return Daemon.atAFreeAddress(
                log,
                address -> List.of(program, "-d", "-c", configuration(address).toString()),
                address -> text(log).contains("nsd started"));
    }

    private static Path configuration(InetSocketAddress address) {
        try {
            return Files.writeString(folder.resolve("nsd.conf"), """
                    server:
                      ip-address: %1$s@%2$d
                      username: ""
                      chroot: ""
                      zonesdir: "%3$s"
                      database: ""
                      pidfile: "%3$s/nsd.pid"
                      xfrdfile: "%3$s/xfrd.state"
                      zonelistfile: "%3$s/zone.list"
                      xfrdir: "%3$s"
                      server-count: 1
                    remote-control:
                      control-enable: no
                    zone:
                      name: bench.example
                      zonefile: bench.zone
                    """.formatted(
                            address.getAddress().getHostAddress(), address.getPort(), folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        return runs.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
