package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.World;

/// `mxcensus bench starttls` against servers of the lab.
class BenchStartTlsTest {

    private static final String WITH_TLS = "127.9.31.1";
    private static final String COUNTED = "127.9.31.2";
    private static final String WITHOUT = "127.9.31.3";

    @TempDir
    static Path folder;

    private static TestLab lab;

    @BeforeAll
    static void startTheWorld() {
        lab = TestLab.start(
                World.of(
                        HostSpec.of("mx.bench.nl")
                                .withAddresses(WITH_TLS, COUNTED)
                                .withSmtp(SmtpBehaviour.STARTTLS),
                        HostSpec.of("old.bench.nl").withAddresses(WITHOUT).withSmtp(SmtpBehaviour.PLAIN)),
                folder);
    }

    @AfterAll
    static void endTheWorld() {
        lab.close();
    }

    @Test
    void asManyProbesAsAreWantedAndNoOthersInTheFigures() throws IOException {
        JsonNode figures = figures(COUNTED, "--count", "60", "--concurrency", "7", "--warm-up", "20");

        assertThat(figures.propertyStream().map(Map.Entry::getKey))
                .containsExactly("probes", "outcomes", "seconds", "per_second", "cpu_us_per_probe");
        assertThat(figures.get("probes").asInt()).isEqualTo(60);
        assertThat(figures.get("outcomes").toString()).isEqualTo("{\"TLS_ESTABLISHED\":60}");
        assertThat(figures.get("seconds").asDouble()).isPositive();
        assertThat(figures.get("per_second").asDouble())
                .isBetween(
                        60 / figures.get("seconds").asDouble() * 0.98 - 1,
                        60 / figures.get("seconds").asDouble() * 1.02 + 1);
        assertThat(figures.get("cpu_us_per_probe").asDouble()).isPositive();
        // One more, to see whether anybody is there, and those that warm up.
        assertThat(lab.lab().counters().smtp().connectionsByAddress()).containsEntry(COUNTED, 60L + 20 + 1);
        assertThat(lab.lab().counters().smtp().addresses().get(COUNTED).mostAtOnce())
                .isLessThanOrEqualTo(7);
        assertThat(lab.lab().counters().smtp().illMannered()).isZero();
    }

    @Test
    void whateverComesOfAProbeIsCounted() throws IOException {
        assertThat(figures(WITHOUT, "--count", "3").get("outcomes").toString())
                .isEqualTo("{\"STARTTLS_NOT_OFFERED\":3}");
    }

    @Test
    void aPersonIsToldInThreeLines() {
        CommandRun run = CommandRun.of(words(WITH_TLS, "--count", "12"));

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.out())
                .startsWith("12 probes: 12 TLS_ESTABLISHED.")
                .contains("50 at once")
                .contains("12 probes before, to warm up, are not counted.");
    }

    @Test
    void whatCannotBeMeasuredIsSaidInOneSentence() throws IOException {
        refuses("--count is 0", words(WITH_TLS, "--count", "0"));
        refuses("--concurrency is -1", words(WITH_TLS, "--concurrency", "-1"));
        refuses("--warm-up is -5", words(WITH_TLS, "--warm-up", "-5"));
        refuses("cannot be said to a mail server", words(WITH_TLS, "--ehlo", "me"));
        fails("1,000,001,500 open files", words(WITH_TLS, "--concurrency", "1000000000"));
        try (Socket nobody = new Socket()) {
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            fails(
                    "Nobody answers at 127.0.0.1",
                    "bench",
                    "starttls",
                    "--target",
                    "127.0.0.1:" + nobody.getLocalPort(),
                    "--allow-reserved");
        }
    }

    @Test
    void nobodyElsesServerIsMeasuredByMistake() {
        fails("say --allow-reserved", "bench", "starttls", "--target", "127.0.0.1:2525");
        fails("say --own-server", "bench", "starttls", "--target", "8.8.8.8", "--count", "1");
        fails("say --own-server", "bench", "starttls", "--target", "8.8.8.8", "--allow-reserved");
        fails(
                "2,000 times at most",
                "bench",
                "starttls",
                "--target",
                "[2001:4860:4860::8888]:25",
                "--own-server",
                "--count",
                "2001");
    }

    private static void fails(String why, String... words) {
        ends(ExitStatus.FAILED, why, words);
    }

    private static void refuses(String why, String... words) {
        ends(ExitStatus.USAGE, why, words);
    }

    private static void ends(int status, String why, String... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.complaints()).singleElement().asString().contains(why);
    }

    private static JsonNode figures(String ip, String... more) throws IOException {
        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of(words(ip, more)), Stream.of("--json")).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return new JsonMapper().readTree(run.out());
    }

    private static String[] words(String ip, String... more) {
        return Stream.concat(
                        Stream.of(
                                "bench",
                                "starttls",
                                "--target",
                                ip + ":" + lab.lab().smtpPort(),
                                "--allow-reserved"),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
