package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.ledger.RealServer;

/// How long visitors of the dashboard wait, and how many it bears, with 200 crawls, 1,500 TLDs and ten million domains
/// in the newest. Writes `target/benchmarks/dashboard.md`. That all is answered is asserted; times are not.
///
/// First readers, whose pages nobody has seen before, one after another; then wrk, on the same cores, as many as there
/// are, who mostly look at what others look at.
@Tag("endurance")
class DashboardRateTest {
    private static final int DOMAINS = Integer.getInteger("mxcensus.rate.domains", 10_000_000);
    private static final int CRAWLS = 200;
    private static final int TLDS = 1_500;
    private static final int FIRST_READERS = 300;
    private static final LocalDate NEWEST = LocalDate.of(2026, 8, 1);
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+m?s)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /// The first of the file are asked for more often.
    private static final String MIX = """
            local paths = {}
            for line in io.lines(os.getenv("ADDRESSES")) do paths[#paths + 1] = line end
            math.randomseed(1)
            request = function()
              local share = math.random()
              return wrk.format("GET", paths[math.floor(share * share * #paths) + 1])
            end
            """;

    @TempDir
    Path folder;

    private final Random random = new Random(1);

    @Test
    void whoLooksAtTwoHundredCrawls() throws Exception {
        DirectoryStore store = history();
        Map<String, List<String>> kinds = addresses(store);
        Path said = folder.resolve("said");
        Process serve = ChildProcess.start(
                said, List.of("-Xmx1g"), List.of("serve", "--data", data().toString(), "--port", "0"));
        try {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> ADDRESS.matcher(Files.readString(said)).find());
            URI dashboard = URI.create(found(ADDRESS, 0, Files.readString(said)));
            String report = firstReaders(dashboard, kinds)
                    + crowd(dashboard, kinds)
                    + "Peak of the process: %s MiB%n"
                            .formatted(Long.parseLong(found(
                                            PEAK, 1, Files.readString(Path.of("/proc/" + serve.pid() + "/status"))))
                                    / 1024);
            System.out.println(report);
            Files.writeString(
                    Files.createDirectories(Path.of("target/benchmarks")).resolve("dashboard.md"), report);
        } finally {
            serve.destroy();
            serve.waitFor();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private DirectoryStore history() throws Exception {
        works("generate", "--domains", "" + DOMAINS, "--tlds", "" + TLDS);
        works("finish");
        CommandAlone.run(
                "3g",
                "judge",
                "--data",
                data().toString(),
                "--crawl",
                NEWEST.toString(),
                "--ca-file",
                data().resolve("generated-ca.pem").toString());
        works("stats");
        DirectoryStore store = new DirectoryStore(data());
        RepeatedCrawl.before(store, NEWEST, CRAWLS - 1);
        works("stats");
        return store;
    }

    private void works(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--crawl", NEWEST.toString()));
        CommandRun.over(data(), all).done();
    }

    /// Addresses of each kind, no two alike.
    private Map<String, List<String>> addresses(DirectoryStore store) {
        List<String> tlds;
        List<String> providers;
        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            tlds = keys(trends.tlds(Weighting.DOMAINS, TLDS));
            providers = keys(trends.providers(Weighting.DOMAINS, 2_000));
        }
        List<String> domains = sample(store, Table.DOMAINS, DomainRow::domain);
        List<String> hosts = sample(store, Table.MX_HOSTS, HostRow::host);
        Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
        kinds.put("page of a TLD", _ -> "/tld/" + one(tlds) + "?metric=" + metric());
        kinds.put("page of a provider", _ -> "/provider/" + one(providers) + "?metric=" + metric());
        kinds.put("list of TLDs", _ -> "/tlds?metric=" + metric());
        kinds.put("chart", _ -> "/chart?metric=" + metric() + "&tld=" + one(tlds));
        kinds.put("page of a domain", i -> "/domain/" + domains.get(i));
        kinds.put("page of an MX host", i -> "/host/" + hosts.get(i));
        kinds.put("search", i -> "/search?q=" + domains.get(i).substring(0, 4) + i);
        kinds.put("API: adoption of a TLD", _ -> "/api/v1/adoption?scope=tld&key=" + one(tlds) + "&metric=" + metric());
        kinds.put(
                "API: adoption of a provider",
                _ -> "/api/v1/adoption?scope=provider&key=" + one(providers) + "&metric=" + metric());
        kinds.put("API: providers", _ -> "/api/v1/providers?limit=50&offset=" + random.nextInt(1_000));
        kinds.put("API: a domain", i -> "/api/v1/domains/" + domains.get(i));
        kinds.put("API: an MX host", i -> "/api/v1/hosts/" + hosts.get(i));
        Map<String, List<String>> addresses = new LinkedHashMap<>();
        kinds.forEach((kind, address) -> {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < FIRST_READERS; i++) {
                all.add(address.apply(i));
            }
            addresses.put(kind, all.stream().distinct().toList());
        });
        addresses.put("start", List.of("/", "/tlds", "/providers", "/metrics", "/api/v1/crawls", "/api/v1/tlds"));
        return addresses;
    }

    private static List<String> keys(List<ScopeRow> rows) {
        return rows.stream().map(row -> row.scope().key()).toList();
    }

    /// Names out of all files of a table.
    private <T extends Record> List<String> sample(DirectoryStore store, Table<T> table, Function<T, String> name) {
        Manifest crawl = new Manifests(store).find(NEWEST).orElseThrow();
        long rows = crawl.files().stream()
                .filter(file -> file.table().equals(table.name()))
                .mapToLong(Manifest.TableFile::rows)
                .sum();
        long oneOf = Math.max(1, rows / (10 * FIRST_READERS));
        List<String> names = new ArrayList<>();
        for (String path : crawl.paths(table.name())) {
            try (var all = ParquetFiles.read(table, store.local(path))) {
                all.filter(_ -> random.nextLong(oneOf) == 0).map(name).forEach(names::add);
            }
        }
        Collections.shuffle(names, random);
        assertThat(names).hasSizeGreaterThan(FIRST_READERS);
        return names;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String metric() {
        return Metric.values()[random.nextInt(Metric.values().length)].id();
    }

    private static String firstReaders(URI dashboard, Map<String, List<String>> kinds) throws Exception {
        StringBuilder report =
                new StringBuilder("| what is asked for | p50 | p99 | load |%n|---|---|---|---|%n".formatted());
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
                long[] took = new long[kind.getValue().size()];
                for (int i = 0; i < took.length; i++) {
                    long began = System.nanoTime();
                    HttpResponse<byte[]> response = client.send(
                            HttpRequest.newBuilder(
                                            dashboard.resolve(kind.getValue().get(i)))
                                    .build(),
                            BodyHandlers.ofByteArray());
                    took[i] = System.nanoTime() - began;
                    assertThat(response.statusCode()).as(kind.getValue().get(i)).isEqualTo(200);
                }
                Arrays.sort(took);
                report.append(line(kind.getKey(), took));
            }
        }
        return report.toString();
    }

    private static String line(String kind, long[] took) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f |%n",
                kind,
                took[took.length / 2] / 1e6,
                took[took.length * 99 / 100] / 1e6,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /// Some readers at once, for a minute.
    private String crowd(URI dashboard, Map<String, List<String>> kinds) throws Exception {
        List<String> mixed =
                new ArrayList<>(kinds.values().stream().flatMap(List::stream).toList());
        Collections.shuffle(mixed, random);
        Path addresses = Files.write(folder.resolve("addresses"), mixed);
        Path script = Files.writeString(folder.resolve("mix.lua"), MIX);
        String said = output(
                new ProcessBuilder(
                        RealServer.require("wrk").toString(),
                        "--threads",
                        "1",
                        "--connections",
                        "8",
                        "--duration",
                        "60s",
                        "--latency",
                        "--script",
                        script.toString(),
                        dashboard.toString()),
                addresses);
        assertThat(said).doesNotContain("Non-2xx", "Socket errors");
        return "wrk, 8 connections, %d addresses: %s requests a second, p99 %s%n"
                .formatted(mixed.size(), found(RATE, 1, said), found(P99, 1, said));
    }

    private static String output(ProcessBuilder wrk, Path addresses) throws IOException, InterruptedException {
        wrk.environment().put("ADDRESSES", addresses.toString());
        Process process = wrk.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String found(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(group);
    }
}
