package org.mxcensus.crawler.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.smtp.ProbeLoad;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.crawler.tls.TestCertificates;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.TlsClients;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.schema.SmtpStatus;
import org.mxcensus.ledger.Daemon;

/// The same probe with BoringSSL and with the JDK's TLS, in turns, against one nginx on this machine: connection to
/// QUIT, TLS 1.3, ECDSA P-256, a chain of three parsed. Writes `target/benchmarks/starttls.md`. That each probe gets
/// through is asserted; times are not.
@Tag("endurance")
class StartTlsRateTest {

    private static final int ROUNDS = Integer.getInteger("mxcensus.rounds", 7);
    private static final long PROBES = Long.getLong("mxcensus.probes", 5_000);
    private static final long WARM_UP = Long.getLong("mxcensus.warmUp", 10_000);
    private static final int AT_ONCE = 200;

    @TempDir
    private static Path folder;

    @Test
    void boringSslBesideTheJdk() throws Exception {
        // The workers are nobody in particular.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<ProbeLoad.Result> boring = new ArrayList<>();
        List<ProbeLoad.Result> jdk = new ArrayList<>();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        try (Daemon nginx = NginxMail.start(folder, TestCertificates.issued("mx.example.net"));
                Transport transport = Transport.open(2);
                TlsClient boringSsl = TlsClient.open();
                TlsClient ofJdk = TlsClients.ofJdk()) {
            ProbeLoad first = load(transport, boringSsl, nginx);
            ProbeLoad second = load(transport, ofJdk, nginx);
            first.begin();
            second.begin();
            for (int round = 0; round < ROUNDS; round++) {
                boring.add(first.measure());
                jdk.add(second.measure());
            }
        }
        write(boring, jdk, load);

        assertThat(boring)
                .allSatisfy(run -> assertThat(run.outcomes()).isEqualTo(Map.of(SmtpStatus.TLS_ESTABLISHED, PROBES)));
        assertThat(jdk)
                .allSatisfy(run -> assertThat(run.outcomes()).isEqualTo(Map.of(SmtpStatus.TLS_ESTABLISHED, PROBES)));
    }

    private static ProbeLoad load(Transport transport, TlsClient tls, Daemon nginx) {
        return new ProbeLoad(
                transport,
                tls,
                new ProbeLoad.Aim(nginx.address(), "mx.example.net", true, false),
                SmtpConfig.defaults("probe.mxcensus.test"),
                new ProbeLoad.Extent(PROBES, AT_ONCE, WARM_UP),
                Clock.systemUTC());
    }

    private static void write(List<ProbeLoad.Result> boring, List<ProbeLoad.Result> jdk, double load) throws Exception {
        double ours = median(boring, ProbeLoad.Result::cpuMicros);
        double theirs = median(jdk, ProbeLoad.Result::cpuMicros);
        String report = String.format(
                Locale.ROOT,
                "%d rounds of %,d probes in turns, %d at once, after %,d to warm up each; medians; load before: %.1f%n%n"
                        + "| TLS by | CPU µs a probe | of the JDK's | probes a second |%n|---|---|---|---|%n"
                        + "| BoringSSL | %.0f | %.2f | %,.0f |%n| JDK | %.0f | 1 | %,.0f |%n",
                ROUNDS,
                PROBES,
                AT_ONCE,
                WARM_UP,
                load,
                ours,
                ours / theirs,
                median(boring, ProbeLoad.Result::perSecond),
                theirs,
                median(jdk, ProbeLoad.Result::perSecond));
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("starttls.md"), report);
    }

    private static double median(List<ProbeLoad.Result> runs, ToDoubleFunction<ProbeLoad.Result> figure) {
        return runs.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
