package org.mxcensus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.ledger.RealServer;

/// The files that operators take, read by the programs that they are for. Kubernetes' have a script of their own
/// (`deploy/kubernetes/check`), since its tools come with Go.
class DeployFilesTest {
    private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
    private static final Path ALERTS = DEPLOY.resolve("prometheus/alerts.yaml");
    private static final List<String> UNITS = List.of(
            "mxcensus-crawl.service", "mxcensus-crawl.timer", "mxcensus-serve.service", "mxcensus-worker@.service");

    @TempDir
    Path folder;

    /// What a program says, and how it ends.
    private record Said(int status, String words) {}

    @Test
    void everyAlertIsTriedAndHasAParagraphInTheRunbook() throws IOException {
        List<String> alerts = Pattern.compile("- alert: (\\w+)")
                .matcher(Files.readString(ALERTS))
                .results()
                .map(alert -> alert.group(1))
                .toList();
        String tries = Files.readString(DEPLOY.resolve("prometheus/alerts-test.yaml"));
        String runbook = Files.readString(DEPLOY.resolve("RUNBOOK.md"));

        assertThat(alerts).hasSizeGreaterThan(7).doesNotHaveDuplicates().allSatisfy(alert -> {
            assertThat(tries).contains("alertname: " + alert + "\n        exp_alerts:\n");
            assertThat(tries).contains("alertname: " + alert + "\n        exp_alerts: []\n");
            assertThat(runbook).contains("\n**" + alert + "** ");
        });
    }

    @Test
    @Tag("full")
    void prometheusTakesItsConfigurationAndAlertsComeWhenTheyShould() throws Exception {
        Path prometheus = DEPLOY.resolve("prometheus");

        assertThat(run(prometheus, "promtool", "check", "config", "prometheus.yaml"))
                .satisfies(said -> assertThat(said.status).as(said.words).isZero());
        assertThat(run(prometheus, "promtool", "test", "rules", "alerts-test.yaml"))
                .satisfies(said -> assertThat(said.status).as(said.words).isZero());
    }

    @Test
    @Tag("full")
    void prometheusUnderstandsWhatGrafanaAsks() throws Exception {
        List<String> questions = new JsonMapper()
                .readTree(DEPLOY.resolve("grafana/mxcensus.json").toFile()).findValues("expr").stream()
                        .map(JsonNode::asText)
                        .toList();
        Map<String, Object> rules = Map.of(
                "groups",
                List.of(Map.of(
                        "name",
                        "asked",
                        "rules",
                        Stream.of(questions.toArray())
                                .map(question ->
                                        Map.of("record", "asked:" + questions.indexOf(question), "expr", question))
                                .toList())));
        // JSON is YAML.
        Path file = Files.writeString(folder.resolve("asked.yaml"), new JsonMapper().writeValueAsString(rules));

        Said said = run(folder, "promtool", "check", "rules", file.toString());

        assertThat(questions).hasSizeGreaterThan(10);
        assertThat(said.status).as(said.words).isZero();
        assertThat(said.words).contains(questions.size() + " rules found");
    }

    @Test
    @Tag("full")
    void systemdHasNoRemark() throws Exception {
        // As if the sources were linked where the units look for them.
        String launcher = DEPLOY.resolve("../mxcensus").normalize().toString();
        for (String unit : UNITS) {
            String text = Files.readString(DEPLOY.resolve("systemd").resolve(unit));
            Files.writeString(folder.resolve(unit), text.replace("=/opt/mxcensus/mxcensus", "=" + launcher));
        }
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        UNITS.forEach(
                unit -> command.add(folder.resolve(unit.replace("@.", "@1.")).toString()));
        // An instance is a file of its own here: systemd does not look beside it for the template.
        Files.copy(folder.resolve("mxcensus-worker@.service"), folder.resolve("mxcensus-worker@1.service"));

        Said said = run(folder, command.toArray(String[]::new));

        assertThat(said.words).doesNotContain("mxcensus");
        assertThat(said.status).as(said.words).isZero();
    }

    @Test
    @Tag("full")
    void whatTheUnitsLeaveOpenIsLittle() throws Exception {
        for (String unit : List.of("mxcensus-crawl.service", "mxcensus-serve.service", "mxcensus-worker@.service")) {
            Path file = DEPLOY.resolve("systemd").resolve(unit);
            // In tenths: at most the 1.5 that the README says.
            Said said = run(folder, "systemd-analyze", "security", "--offline=yes", "--threshold=15", file.toString());
            assertThat(said.status).as(said.words).isZero();
        }
    }

    @Test
    @Tag("full")
    void composeTakesItsFileWhenAllIsSetAndElseSaysWhatIsNot() throws Exception {
        Path engine = RealServer.require("docker-compose");
        ProcessBuilder config = new ProcessBuilder(engine.toString(), "-f", "compose.yaml", "config");
        config.environment().keySet().removeIf(name -> name.startsWith("MXCENSUS_"));

        Said unset = run(DEPLOY, config);
        config.environment()
                .putAll(Map.of(
                        "MXCENSUS_CRAWL", "2026-08-01",
                        "MXCENSUS_ZONE", "se.zone.gz",
                        "MXCENSUS_EHLO", "probe.example.org",
                        "MXCENSUS_ADDRESS", "192.0.2.25",
                        "MXCENSUS_CONTROL", "mx.example.org"));
        Said set = run(DEPLOY, config);

        assertThat(unset.status).isNotZero();
        assertThat(unset.words)
                .containsPattern(
                        "a name that resolves|the address that others|a mail server that is|the zone file|the date that names");
        assertThat(set.status).as(set.words).isZero();
        assertThat(set.words).contains("mxcensus-resolver", "--crawl=2026-08-01");
    }

    @Test
    @Tag("full")
    void unboundTakesItsConfigurationInAPod() throws Exception {
        Files.copy(DEPLOY.resolve("resolver/census.conf"), folder.resolve("census.conf"));
        // Where the image has it.
        String pod = Files.readString(DEPLOY.resolve("kubernetes/base/unbound.conf"))
                .replace(
                        "/etc/unbound/census.conf",
                        folder.resolve("census.conf").toString());
        Files.writeString(folder.resolve("unbound.conf"), pod);

        assertThat(run(folder, "unbound-checkconf", "unbound.conf"))
                .satisfies(said -> assertThat(said.words).startsWith("unbound-checkconf: no errors"));
    }

    private static Said run(Path directory, String... command) throws Exception {
        command[0] = RealServer.require(command[0]).toString();
        return run(directory, new ProcessBuilder(command));
    }

    private static Said run(Path directory, ProcessBuilder program) throws Exception {
        Process process =
                program.directory(directory.toFile()).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), words);
    }
}
