package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;

/// `mxcensus bench dns` against the lab's resolver.
class BenchDnsTest {

    @TempDir
    static Path folder;

    private static TestLab lab;
    private static Path names;

    @BeforeAll
    static void startTheWorld() throws IOException {
        lab = TestLab.start(
                World.of(IntStream.range(0, 200)
                        .mapToObj(i -> DomainSpec.of("d" + i + ".nl").withMx("10 mx.d" + i + ".nl"))
                        .toArray(DomainSpec[]::new)),
                folder);
        names = lab.list(folder);
    }

    @AfterAll
    static void endTheWorld() {
        lab.close();
    }

    @ParameterizedTest
    // Enough queries that the CPU time, which the kernel counts in hundredths of a second, shows.
    @CsvSource({"1, 1000", "100, 2000", "10000, 4000"})
    void everyQueryIsAnsweredAtAnyWindow(int window, int queries) throws IOException {
        JsonNode figures = figures("--window", "" + window, "--queries", "" + queries);

        assertThat(figures.propertyStream().map(Map.Entry::getKey))
                .containsExactly(
                        "queries", "answered", "unanswered", "seconds", "qps", "cpu_us_per_query", "latency_ms");
        assertThat(figures.get("queries").asInt()).isEqualTo(queries);
        assertThat(figures.get("answered").asInt()).isEqualTo(queries);
        assertThat(figures.get("unanswered").asInt()).isZero();
        assertThat(figures.get("seconds").asDouble()).isPositive();
        assertThat(figures.get("qps").asDouble())
                .isBetween(
                        queries / figures.get("seconds").asDouble() * 0.98 - 1,
                        queries / figures.get("seconds").asDouble() * 1.02 + 1);
        assertThat(figures.get("cpu_us_per_query").asDouble()).isPositive();
        JsonNode latency = figures.get("latency_ms");
        assertThat(latency.propertyStream().map(Map.Entry::getKey)).containsExactly("p50", "p99");
        assertThat(latency.get("p50").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(latency.get("p99").asDouble());
    }

    @Test
    void eachNameOnceUnlessSaidOtherwise() throws IOException {
        assertThat(figures().get("queries").asInt()).isEqualTo(200);
        assertThat(figures("--seconds", "1", "--window", "2").get("answered").asInt())
                .isPositive();
    }

    @Test
    void aPersonIsToldInThreeLines() {
        CommandRun run = CommandRun.of(words("--queries", "1234"));

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.out()).startsWith("1,234 queries, 1,234 of them answered, 0 not.");
    }

    @Test
    void whatCannotBeMeasuredIsSaidInOneSentence() throws IOException {
        Path none = Files.writeString(folder.resolve("none.txt"), "\n# nobody\n");
        Path wrong = Files.writeString(folder.resolve("wrong.txt"), "example.nl\na..b\n");
        fails("wrong.txt is no domain name: \"a..b\"", words("--names", wrong.toString()));
        fails("There is no name in", words("--names", none.toString()));
        fails("There is no file", words("--names", folder.resolve("nowhere").toString()));
        refuses("\"SMTP\" is no type of DNS records", words("--type", "SMTP"));
        refuses("--queries is 0", words("--queries", "0"));
        refuses("--seconds is -1", words("--seconds", "-1"));
        refuses("0", words("--window", "0"));
        fails("does not answer; give another with --server", words("--server", "127.0.0.1:" + closedPort()));
    }

    @Test
    void benchAloneIsNotEnough() {
        CommandRun run = CommandRun.of("bench");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.complaints()).singleElement().asString().contains("Say what to measure: dns or starttls.");
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

    private static JsonNode figures(String... more) throws IOException {
        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of(words(more)), Stream.of("--json")).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return new JsonMapper().readTree(run.out());
    }

    /// The lab and its names, where no others are given.
    private static String[] words(String... more) {
        List<String> words = new ArrayList<>(List.of("bench", "dns"));
        List<String> given = List.of(more);
        if (!given.contains("--server")) {
            words.addAll(List.of("--server", "127.0.0.1:" + lab.lab().resolver().getPort()));
        }
        if (!given.contains("--names")) {
            words.addAll(List.of("--names", names.toString()));
        }
        words.addAll(given);
        return words.toArray(String[]::new);
    }

    private static int closedPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
