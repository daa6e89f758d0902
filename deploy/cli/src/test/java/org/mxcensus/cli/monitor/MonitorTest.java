package org.mxcensus.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.CommandRun;
import org.mxcensus.cli.TestLab;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.crawler.crawl.Crawl;
import org.mxcensus.crawler.crawl.CrawlConfig;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.crawler.crawl.StageLimits;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.smtp.RetryRule;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.dashboard.RequestWatch;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.WorkFiles;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

class MonitorTest {
    private static final LocalDate DATE = LocalDate.parse("2026-08-01");
    private static final InetSocketAddress FREE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /// As they stand in expressions.
    private static final Pattern NAME = Pattern.compile("\\b(?:mxcensus|jvm|process)_[a-z_]+\\b");

    @TempDir
    Path folder;

    @Test
    void theCountersOfACrawlAreTheRowsOfItsFiles() throws Exception {
        Store store = new DirectoryStore(folder.resolve("data"));
        try (TestLab lab = TestLab.start(world(), folder);
                Monitor monitor = Monitor.at(FREE)) {
            int port = monitor.port().orElseThrow();
            assertThat(Scrape.of(port, "/health/ready").status()).isEqualTo(503);
            assertThat(Scrape.of(port, "/health/live").status()).isEqualTo(200);
            try (Crawl crawl = Crawl.open(store, config(lab), Clock.systemUTC())) {
                monitor.watch(crawl.vitals());
                crawl.run();
                assertThat(Scrape.of(port, "/health/ready").status()).isEqualTo(200);
                Map<String, Double> series = Scrape.of(port, "/metrics").series();
                compare(series, new WorkFiles(store, DATE));
                monitor.watch(store, Clock.systemUTC());
                RequestWatch requests = monitor.requests();
                requests.began();
                requests.ended("/", 200, 1_000_000);
                try (LagMeters lag = new LagMeters(stage -> 0, monitor.registry())) {
                    everyMetricThatIsNamedIsThere(
                            Scrape.of(port, "/metrics").series().keySet());
                }
            }
        }
    }

    private static void compare(Map<String, Double> series, WorkFiles files) {
        for (Table<?> table : List.of(Table.DOMAINS, Table.MX_HOSTS, Table.SMTP)) {
            String stage = "{stage=\"%s\"}".formatted(table.name());
            double rows = rows(files, table);
            assertThat(rows).isPositive();
            assertThat(series)
                    .containsEntry("mxcensus_stage_published_total" + stage, rows)
                    .containsEntry("mxcensus_stage_rows_total" + stage, rows)
                    .containsEntry("mxcensus_stage_in_flight" + stage, 0.0)
                    .containsEntry("mxcensus_stage_look_seconds_count" + stage, rows);
        }
        assertThat(outcomes(series)).isEqualTo(outcomes(files));
        assertThat(series)
                .containsEntry("mxcensus_frame_rows", 6.0)
                .containsEntry("mxcensus_resolver_away", 0.0)
                .containsEntry("mxcensus_pace_waiting", 0.0);
        assertThat(series.get("mxcensus_resolver_lookup_seconds_count")).isGreaterThan(20);
        // Second looks take a turn of their own.
        assertThat(series.get("mxcensus_pace_wait_seconds_count")).isGreaterThanOrEqualTo(rows(files, Table.SMTP));
        assertThat(series.get("process_resident_memory_bytes")).isGreaterThan(10_000_000);
    }

    /// In alerts and charts.
    private static void everyMetricThatIsNamedIsThere(Set<String> series) throws IOException {
        Set<String> exported =
                series.stream().map(one -> one.replaceFirst("\\{.*", "")).collect(Collectors.toSet());
        for (String file : List.of("prometheus/alerts.yaml", "grafana/mxcensus.json")) {
            Set<String> named = new TreeSet<>();
            NAME.matcher(Files.readString(Path.of("..", file.split("/"))))
                    .results()
                    .forEach(name -> named.add(name.group()));
            assertThat(named).as(file).hasSizeGreaterThan(8);
            assertThat(exported).as(file).containsAll(named);
        }
    }

    private static double rows(WorkFiles files, Table<?> table) {
        return files.parts(table).stream()
                .mapToLong(part -> ParquetFiles.rows(files.store().local(part)))
                .sum();
    }

    private static Map<String, Double> outcomes(Map<String, Double> series) {
        return series.entrySet().stream()
                .filter(one -> one.getKey().startsWith("mxcensus_stage_outcomes{")
                        && one.getKey().contains("\"smtp\""))
                .collect(Collectors.toMap(
                        one -> one.getKey().replaceFirst(".*outcome=\"([a-z_]+)\".*", "$1"), Map.Entry::getValue));
    }

    private static Map<String, Double> outcomes(WorkFiles files) {
        return files.parts(Table.SMTP).stream()
                .flatMap(part -> ParquetFiles.read(Table.SMTP, files.store().local(part)))
                .map(SmtpRow::outcome)
                .map(outcome -> outcome.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.groupingBy(
                        Function.identity(), Collectors.collectingAndThen(Collectors.counting(), Long::doubleValue)));
    }

    private static World world() {
        return World.of(List.of(
                ZoneSpec.of("nl"),
                DomainSpec.of("a.nl").withMx("10 mx.a.nl"),
                DomainSpec.of("b.nl").withMx("10 mx.a.nl", "20 mx.b.nl"),
                DomainSpec.of("c.nl").withMx("10 mx.c.nl"),
                DomainSpec.of("d.nl"),
                DomainSpec.of("e.nl").withMx("10 mx.b.nl"),
                DomainSpec.of("f.nl").withMx("10 mx.c.nl"),
                HostSpec.of("mx.a.nl"),
                HostSpec.of("mx.b.nl").withSmtp(SmtpBehaviour.PLAIN),
                HostSpec.of("mx.c.nl")));
    }

    private CrawlConfig config(TestLab lab) {
        ProbeConfig probes = new ProbeConfig(
                new ResolverConfig(
                        List.of(lab.lab().resolver()), true, Optional.empty(), Duration.ofSeconds(8), 2, 512),
                SmtpConfig.lab("scanner.example.org", lab.lab().smtpPort()),
                PolicyConfig.lab("mxcensus", lab.lab().httpsPort()),
                PaceLimits.LAB,
                RetryRule.LAB,
                true,
                OptOut.NOBODY,
                PublicSuffixes.bundled(),
                false,
                "lab");
        return new CrawlConfig(
                DATE, List.of(SourceInput.of(lab.list(folder))), true, true, StageLimits.DEFAULTS, probes, Map.of());
    }

    @Test
    void aDashboardIsReadyWhenThereIsSomethingToShow() {
        Store store = new DirectoryStore(folder.resolve("data"));
        try (Monitor monitor = Monitor.at(FREE)) {
            int port = monitor.port().orElseThrow();
            monitor.watch(store, Clock.systemUTC());

            assertThat(Scrape.of(port, "/health/ready"))
                    .isEqualTo(new Scrape(503, "There is no finished crawl yet.\n"));
            assertThat(Scrape.of(port, "/metrics").series()).containsEntry("mxcensus_crawls", 0.0);
            assertThat(Scrape.of(port, "/elsewhere").status()).isEqualTo(404);
        }
    }

    @Test
    void aCrawlSaysWhereItsMetricsAreAndWritesItsLogAsAsked() throws Exception {
        Path data = folder.resolve("data");
        try (TestLab lab = TestLab.start(world(), folder)) {
            CommandRun run = CommandRun.of(Stream.concat(
                            lab.with("crawl", lab.list(folder).toString()).stream(),
                            Stream.of("--data", data.toString(), "--metrics-port", "0", "--log-format", "json"))
                    .toList());

            assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
            assertThat(run.out()).containsPattern("Metrics at http://127.0.0.1:\\d+/metrics\\.");
            assertThat(Files.readAllLines(data.resolve("mxcensus.log")))
                    .allSatisfy(line ->
                            assertThat(line).startsWith("{\"").endsWith("}").contains("\"level\":"));
        }
    }

    @Test
    void whatCannotBeListenedOnIsSaidInASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = CommandRun.of(
                    "crawl",
                    "a.txt",
                    "--data",
                    folder.resolve("data").toString(),
                    "--metrics-port",
                    String.valueOf(taken.getLocalPort()),
                    "--i-have-checked");

            assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(run.complaints()).singleElement().asString().contains("--metrics-port", "give another port");
        }
    }
}
