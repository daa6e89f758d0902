package org.mxcensus.cli.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.CommandRun;
import org.mxcensus.cli.Dataset;
import org.mxcensus.cli.TestLab;
import org.mxcensus.cli.monitor.Scrape;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// A worker that is told to stop puts its things down, and another takes them up.
@Tag("full")
class WorkerStopTest {
    private static final int DOMAINS = 12;

    @TempDir
    Path folder;

    @Test
    void whatAStoppedWorkerLeavesAnotherCompletes() throws Exception {
        Path data = folder.resolve("data");
        try (TestLab lab = TestLab.start(world(), folder);
                Cluster cluster = new Cluster(lab, folder, data, List.of("--grace", "1"))) {
            assertThat(cluster.enqueue(List.of(lab.list(folder)), 1, 100).err()).isEmpty();
            Worker stopped = cluster.start("--metrics-port", "0");
            // All domains and hosts are looked up by now, and silent servers are being waited for.
            await().atMost(Duration.ofMinutes(2)).until(() -> cluster.published() >= 2 || !stopped.isAlive());

            itsMetricsAreTrue(stopped);

            assertThat(stopped.terminate()).isEqualTo(128 + 15);

            assertThat(stopped.words())
                    .contains("Stopped; what this worker had in hand is left to the others. Start it again at will.")
                    .doesNotContain("Exception", "\tat ", "bug");
            Map<String, String> left = Dataset.files(data.resolve("work"));
            assertThat(data.resolve("manifests")).doesNotExist();

            CommandRun heir = cluster.work();

            assertThat(heir.err()).isEmpty();
            assertThat(heir.status()).isEqualTo(ExitStatus.DONE);
            assertThat(Dataset.files(data.resolve("work"))).containsAllEntriesOf(left);
            everythingIsMeasuredOnce(new Dataset(data, Cluster.CRAWL));
            assertThat(WorkerLogs.in(data).lines())
                    .as("logs of both")
                    .noneMatch(line -> line.startsWith("\tat ") || line.contains(" ERROR "));
        }
    }

    /// While it waits for silent servers: domains and hosts are done, some addresses are not.
    private static void itsMetricsAreTrue(Worker worker) {
        Matcher said = Pattern.compile("Metrics at http://127.0.0.1:(\\d+)/").matcher(worker.words());
        assertThat(said.find()).as(worker.words()).isTrue();
        int port = Integer.parseInt(said.group(1));
        assertThat(Scrape.of(port, "/health/ready").status()).isEqualTo(200);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(Scrape.of(port, "/metrics").series())
                        .containsEntry("mxcensus_stage_published_total{stage=\"domains\"}", (double) DOMAINS)
                        .containsEntry("mxcensus_stage_published_total{stage=\"mx_hosts\"}", (double) DOMAINS)
                        .hasEntrySatisfying(
                                "mxcensus_stage_lag{stage=\"smtp\"}",
                                left -> assertThat(left).isNotNegative())
                        .hasEntrySatisfying(
                                "mxcensus_stage_in_flight{stage=\"smtp\"}",
                                looks -> assertThat(looks).isPositive()));
    }

    private static void everythingIsMeasuredOnce(Dataset dataset) {
        assertThat(dataset.rows(Table.DOMAINS).stream().map(DomainRow::domain).sorted())
                .isEqualTo(names("d%02d.nl"));
        assertThat(dataset.rows(Table.MX_HOSTS).stream().map(HostRow::host).sorted())
                .isEqualTo(names("mx.d%02d.nl"));
        assertThat(dataset.rows(Table.SMTP).stream().map(SmtpRow::host).sorted())
                .isEqualTo(names("mx.d%02d.nl"));
    }

    private static World world() {
        List<Spec> specs = new ArrayList<>(List.of(ZoneSpec.of("nl")));
        IntStream.range(0, DOMAINS).forEach(i -> {
            String name = "d%02d.nl".formatted(i);
            specs.add(DomainSpec.of(name).withMx("10 mx." + name));
            HostSpec host = HostSpec.of("mx." + name);
            specs.add(i % 4 == 3 ? host.withSmtp(SmtpBehaviour.SILENT) : host);
        });
        return World.of(specs);
    }

    private static List<String> names(String format) {
        return IntStream.range(0, DOMAINS).mapToObj(format::formatted).toList();
    }
}
