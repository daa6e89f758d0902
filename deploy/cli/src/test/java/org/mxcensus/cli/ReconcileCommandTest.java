package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.TrendsStore;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;

/// A generated crawl by the definitions of others.
class ReconcileCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void generate() {
        data = folder.resolve("data");
        works("generate", "--domains", "600", "--crawl", "2026-08-01");
        works("finish", "--crawl", "2026-08-01");
        works("judge", "--ca-file", data.resolve("generated-ca.pem").toString());
        works("stats");
    }

    @Test
    void everyDefinitionHasItsFigureAndItsSentence() {
        List<String> lines = works("reconcile").lines();

        assertThat(lines.getFirst()).matches("2026-08-01: \\d+ domains, by the definitions of others and by ours\\.");
        assertThat(lines.stream().filter(line -> line.matches("  \\w+ +[\\d.]+ %( +[\\d,]+){4}")))
                .hasSize(7)
                .anyMatch(line -> line.startsWith("  dane_survey "));
        assertThat(lines).anyMatch(line -> line.matches("    of MX hosts +([\\d.]+ %|-)( +[\\d,]+){4}"));
        assertThat(lines).anyMatch(line -> line.startsWith("  signed_share: Domains with a DS record among "));
    }

    @Test
    void asJsonEachDefinitionAddsUpToTheFrameAndSaysWhereItComesFrom() {
        List<JsonNode> definitions = json("reconcile", "--json");

        assertThat(definitions).hasSize(7).allSatisfy(one -> {
            assertThat(frame(one)).isEqualTo(frame());
            assertThat(one.path("numerator").asLong())
                    .isLessThanOrEqualTo(one.path("denominator").asLong());
            assertThat(one.path("source").asText()).isNotEmpty();
            assertThat(one.path("limits").asText()).isNotEmpty();
            assertThat(one.path("rules").size()).isEqualTo(5);
        });
    }

    @Test
    void oursIsTheMetricOfTheStatistics() {
        JsonNode ours = json("reconcile", "--json").getLast();
        try (var trends = TrendsStore.open(new DirectoryStore(data)).orElseThrow()) {
            AdoptionPoint metric = trends.points(new Scope.All(), Weighting.DOMAINS, Metric.DANE)
                    .getFirst();
            assertThat(ours.path("definition").asText()).isEqualTo("mxcensus");
            assertThat(ours.path("numerator").asLong())
                    .isEqualTo(metric.numerator())
                    .isPositive();
            assertThat(ours.path("denominator").asLong()).isEqualTo(metric.denominator());
            assertThat(ours.path("unmeasured").asLong()).isEqualTo(metric.unmeasured());
        }
    }

    @Test
    void theStepsOfAWayAddUp() {
        List<JsonNode> way = json("reconcile", "--from", "dane_survey", "--to", "internet_nl", "--json");

        assertThat(way).hasSizeGreaterThan(4);
        assertThat(way.getFirst().path("definition").asText()).isEqualTo("dane_survey");
        assertThat(way.getLast().path("definition").asText()).isEqualTo("internet_nl");
        for (String part : List.of("numerator", "denominator", "unmeasured", "not_counted")) {
            long left = way.getFirst().path(part).asLong();
            for (JsonNode step : way.subList(1, way.size() - 1)) {
                left += step.path(part).path("in").asLong()
                        - step.path(part).path("out").asLong();
                assertThat(step.path("after").path(part).asLong()).isEqualTo(left);
                assertThat(step.path("shifts").findValues("domains").stream()
                                .mapToLong(JsonNode::asLong)
                                .sum())
                        .isEqualTo(frame());
            }
            assertThat(way.getLast().path(part).asLong()).isEqualTo(left);
        }
    }

    @Test
    void aPersonReadsTheRulesTheFiguresAndTheSources() {
        List<String> lines =
                works("reconcile", "--from", "usenix_2020", "--to", "mxcensus").lines();

        assertThat(lines)
                .contains("  hosts: every MX host, instead of every MX host with TLSA records")
                .anyMatch(line -> line.matches(" +in( +\\+[\\d,]+){4}"))
                .anyMatch(line -> line.startsWith("    Not the same: The paper counts TLSA record sets"));
        assertThat(lines.stream().filter(line -> line.startsWith("    Source: ")))
                .hasSize(2);
    }

    @Test
    void fromADefinitionToItselfThereIsNoStep() {
        assertThat(json("reconcile", "--from", "mxcensus", "--to", "mxcensus", "--json"))
                .hasSize(2);
    }

    @Test
    void oneTopLevelDomainAlone() {
        DirectoryStore store = new DirectoryStore(data);
        Manifest manifest = new Manifests(store).find(LocalDate.of(2026, 8, 1)).orElseThrow();
        long named = manifest.paths(Table.FRAME.name()).stream()
                .flatMap(path -> ParquetFiles.read(Table.FRAME, store.local(path)))
                .filter(row -> row.tld().equals("nl"))
                .count();

        assertThat(frame(json("reconcile", "--json", "--tld", "NL").getFirst()))
                .isEqualTo(named)
                .isPositive()
                .isLessThan(frame());
    }

    @Test
    void helpNamesEveryDefinition() {
        String help = CommandRun.of("reconcile", "--help").out();

        assertThat(Definition.values())
                .allSatisfy(definition -> assertThat(help).contains(definition.id()));
    }

    @Test
    void aWayHasTwoEnds() {
        CommandRun run = CommandRun.over(data, List.of("reconcile", "--from", "mxcensus"));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.complaints()).singleElement().asString().startsWith("--from and --to are given together");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --from survey --to mxcensus      | --from knows no survey; give one of signed_share, dane_survey,",
                "2 | --from mxcensus --to internet.nl | --to knows no internet.nl; give one of signed_share, dane_survey,",
                "1 | --tld museum                     | The crawl of 2026-08-01 names no domain below \"museum\";",
                "1 | --crawl 2026-09-01               | There is no finished crawl of 2026-09-01 in ",
            })
    void whatCannotBeToldIsSaidInOneSentence(int status, String options, String why) {
        CommandRun run = CommandRun.over(
                data,
                Stream.concat(Stream.of("reconcile"), Stream.of(options.split(" ")))
                        .toList());

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).singleElement().asString().startsWith(why);
    }

    private static long frame() {
        return frame(json("reconcile", "--json").getFirst());
    }

    private static long frame(JsonNode any) {
        return any.path("denominator").asLong()
                + any.path("unmeasured").asLong()
                + any.path("not_counted").asLong();
    }

    private static List<JsonNode> json(String... words) {
        return works(words).lines().stream()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static CommandRun works(String... words) {
        return CommandRun.over(data, List.of(words)).done();
    }
}
