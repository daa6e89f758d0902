package org.mxcensus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mxcensus.cli.ComposeFile.mapping;
import static org.mxcensus.cli.ComposeFile.words;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.cli.command.CommandTree;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.crawler.crawl.WorkerConfig;
import org.mxcensus.ledger.RealServer;
import picocli.CommandLine.ParseResult;

/// The files that run a census in containers, read without an engine: what they say of this program and of each other.
class ComposeTest {
    private static final Path DEPLOY = Path.of("..");
    private static final Map<String, String> VARIABLES = Map.of(
            "MXCENSUS_CRAWL",
            "2026-08-01",
            "MXCENSUS_ZONE",
            "se.zone.gz",
            "MXCENSUS_EHLO",
            "probe.example.org",
            "MXCENSUS_ADDRESS",
            "192.0.2.25",
            "MXCENSUS_CONTROL",
            "mx.example.org");

    private static ComposeFile compose;

    @BeforeAll
    static void read() throws IOException {
        compose = ComposeFile.read(DEPLOY.resolve("compose.yaml"), VARIABLES);
    }

    @Test
    void thereAreABrokerAResolverTwoWorkersAndADashboard() {
        assertThat(compose.services())
                .containsOnlyKeys("kafka", "resolver", "preflight", "enqueue", "worker", "dashboard", "status");
        assertThat(mapping(compose.service("worker"), "deploy")).containsEntry("replicas", 2);
    }

    @ParameterizedTest
    @MethodSource("census")
    void everyCommandLineIsUnderstood(String service) {
        assertThatCode(() -> parsed(service)).doesNotThrowAnyException();
    }

    @Test
    void theCommandsAreThoseOfADistributedCrawl() throws IOException {
        assertThat(census().map(service ->
                        parsed(service).subcommand().commandSpec().name()))
                .containsExactlyInAnyOrder("preflight", "enqueue", "worker", "serve", "status");
    }

    @ParameterizedTest
    @MethodSource("census")
    void allShareOneDirectory(String service) {
        assertThat(words(compose.service(service), "volumes")).contains("data:/data");
        assertThat(option(service, "--data")).isEqualTo("/data");
        assertThat(mapping(compose.root(), "volumes")).containsKey("data");
    }

    @Test
    void whoSpeaksToKafkaSpeaksToTheOneHere() {
        assertThat(environment("KAFKA_ADVERTISED_LISTENERS")).isEqualTo("PLAINTEXT://kafka:9092");
        for (String service : List.of("enqueue", "worker", "status")) {
            assertThat(option(service, "--kafka")).as(service).isEqualTo("kafka:9092");
        }
    }

    @Test
    void allNameTheSameCrawl() {
        for (String service : List.of("enqueue", "worker", "status")) {
            assertThat(option(service, "--crawl")).as(service).hasToString("Optional[2026-08-01]");
        }
    }

    @Test
    void theWorkersIntroduceThemselvesByTheNameThatIsChecked() {
        for (String option : List.of("--ehlo", "--resolver", "--trust-ad")) {
            assertThat(option("preflight", option)).as(option).hasToString(String.valueOf((Object)
                    option("worker", option)));
        }
    }

    @Test
    void whatIsQueuedStaysQueued() {
        assertThat(environment("KAFKA_LOG_RETENTION_MS")).isEqualTo("-1");
        assertThat(environment("KAFKA_LOG_RETENTION_BYTES")).isEqualTo("-1");
        assertThat(words(compose.service("kafka"), "volumes"))
                .containsExactly("kafka:" + environment("KAFKA_LOG_DIRS"));
    }

    @Test
    void kafkaIsOfTheVersionThatThisIsTestedWith() throws IOException {
        Matcher version = Pattern.compile("<kafka\\.version>(.+)</kafka\\.version>")
                .matcher(Files.readString(DEPLOY.resolve("../pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(compose.service("kafka").get("image")).isEqualTo("docker.io/apache/kafka:" + version.group(1));
    }

    @Test
    void theWorkersAskTheResolverThatAnswersThemOnly() throws IOException {
        Map<String, Object> network = mapping(mapping(compose.service("resolver"), "networks"), "census");
        String subnet = Files.readAllLines(DEPLOY.resolve("resolver/unbound.conf")).stream()
                .filter(line -> line.strip().startsWith("access-control:"))
                .map(line -> line.strip().split("\\s+")[1])
                .reduce("", String::concat);

        assertThat(option("worker", "--resolver")).asString().contains(network.get("ipv4_address") + ":53");
        assertThat(mapping(mapping(compose.root(), "networks"), "census").toString())
                .contains("subnet=" + subnet);
        assertThat(option("worker", "--trust-ad")).isEqualTo(true);
    }

    @Test
    void aStoppedWorkerHasTheTimeThatItTakes() {
        String grace = compose.service("worker").get("stop_grace_period").toString();

        assertThat(Duration.parse("PT" + grace)).isGreaterThan(WorkerConfig.USUAL_GRACE);
    }

    @Test
    void theContainerStartsTheProgramAsTheLauncherDoes() throws IOException {
        String launcher = Files.readString(DEPLOY.resolve("../mxcensus"));
        String entryPoint = Files.readAllLines(DEPLOY.resolve("Containerfile")).stream()
                .filter(line -> line.startsWith("ENTRYPOINT"))
                .reduce("", String::concat);
        List<String> options = Pattern.compile("\"(-[^\"]+)\"")
                .matcher(entryPoint)
                .results()
                .map(match -> match.group(1))
                .filter(option -> !option.equals("-jar"))
                .toList();

        assertThat(launcher).contains("  " + String.join(" ", options) + " \\\n");
        assertThat(entryPoint).contains("/opt/mxcensus/mxcensus.jar");
    }

    @Test
    void theResolverTrustsTheKeysThatTheProgramDoes() throws IOException {
        String shipped = Files.readString(
                DEPLOY.resolve("../crawler/src/main/resources/org/mxcensus/crawler/dns/root-anchors.zone"));
        List<String> keys = Pattern.compile("trust-anchor: \"(.+)\"")
                .matcher(Files.readString(DEPLOY.resolve("resolver/unbound.conf")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(shipped.lines().filter(line -> line.contains(" DS "))).containsExactlyElementsOf(keys);
    }

    @Test
    void everySettingOfTheResolverHasItsReason() throws IOException {
        List<String> unexplained = new ArrayList<>();
        boolean isExplained = false;
        for (String line : Files.readAllLines(DEPLOY.resolve("resolver/census.conf"))) {
            String text = line.strip();
            // A sentence is for the settings right below it, up to an empty line or the next sentence.
            isExplained = text.startsWith("#") && !text.startsWith("# ---") || isExplained && !text.isEmpty();
            if (!isExplained && text.matches("[a-z0-9-]+: .+")) {
                unexplained.add(text);
            }
        }

        assertThat(unexplained).isEmpty();
    }

    @Test
    void theContainerHasAllFilesOfTheResolver() throws IOException {
        String container = Files.readString(DEPLOY.resolve("resolver/Containerfile"));
        Matcher include = Pattern.compile("(?m)^include: \"(.+)\"")
                .matcher(Files.readString(DEPLOY.resolve("resolver/unbound.conf")));

        assertThat(include.results().map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(container).contains(" " + file + " "));
    }

    @Test
    void whatMustBeSetIsExplainedAtTheTop() throws IOException {
        String top = Files.readString(DEPLOY.resolve("compose.yaml")).split("\n\n", 2)[0];

        assertThat(VARIABLES.keySet()).allSatisfy(name -> assertThat(top).contains("#   " + name + "="));
    }

    @Test
    @Tag("full")
    void unboundTakesItsConfiguration() throws Exception {
        Process check = new ProcessBuilder(
                        RealServer.require("unbound-checkconf").toString(), "unbound.conf")
                .directory(DEPLOY.resolve("resolver").toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(check.getInputStream().readAllBytes(), UTF_8)).startsWith("unbound-checkconf: no errors");
        assertThat(check.waitFor()).isZero();
    }

    static Stream<String> census() throws IOException {
        return ComposeFile.read(DEPLOY.resolve("compose.yaml"), VARIABLES).census().keySet().stream();
    }

    private static String environment(String name) {
        return String.valueOf(mapping(compose.service("kafka"), "environment").get(name));
    }

    private static Object option(String service, String name) {
        return parsed(service).subcommand().commandSpec().findOption(name).getValue();
    }

    private static ParseResult parsed(String service) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Session session = new Session(Terminal.plain(nowhere, nowhere), Clock.systemUTC());
        return CommandTree.of(session)
                .parseArgs(words(compose.service(service), "command").toArray(String[]::new));
    }
}
