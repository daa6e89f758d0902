package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Outages over two generated crawls.
class OutagesCommandTest {

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void generate() {
        data = folder.resolve("data");
        works("generate", "--domains", "600", "--crawl", "2026-08-01");
        works("finish", "--crawl", "2026-08-01");
        works("generate", "--domains", "600", "--crawl", "2026-09-01");
        works("finish", "--crawl", "2026-09-01");
        works("judge", "--ca-file", data.resolve("generated-ca.pem").toString());
    }

    @Test
    void aMechanismHasALineForAllAndOneForEachCause() {
        List<String> lines = works("outages", "--mechanism", "mta_sts").lines();

        assertThat(lines.getFirst()).startsWith("MTA-STS: outages, ");
        assertThat(lines.get(2)).matches("  all +[1-9]\\d* +\\d+ +\\d+ +\\d+ +.*");
        assertThat(lines.subList(3, lines.size())).isNotEmpty().allMatch(line -> line.matches("  [A-Z_]+ +\\d+.*"));
    }

    @Test
    void rollOversStandBesideTheOutagesOfDane() {
        assertThat(works("outages").lines())
                .anyMatch(line -> line.startsWith("DANE: "))
                .anyMatch(line -> line.startsWith("MTA-STS: "))
                .last()
                .asString()
                .matches("  2026-08-01 to 2026-09-01( +\\d+){5}");
    }

    @Test
    void asJsonEachTallyIsAnObject() {
        List<String> lines = works("outages", "--json").lines();

        assertThat(lines)
                .filteredOn(line -> line.contains("\"outages\""))
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.matches("\\{\"mechanism\":\"(dane|mta_sts)\",\"all\":(true,\"cause\":null|false,"
                        + "\"cause\":\"?\\w+\"?),\"outages\":\\d+,\"begun\":\\d+,\"repaired\":\\d+,\"withdrawn\":\\d+,"
                        + "\"open\":\\d+,\"followed\":\\d+,\"shortest_days\":\\d+,\"longest_days\":\\d+}"));
        assertThat(lines.getLast()).startsWith("{\"before\":\"2026-08-01\",\"after\":\"2026-09-01\",\"hosts\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --mechanism smime  | --mechanism knows no smime; give one of dane, mta_sts.",
                "2 | --mechanism tlsrpt | --mechanism knows no tlsrpt; give one of dane, mta_sts.",
                "1 | --since 2026-09-01  | The tale of outages takes two finished crawls, and "
            })
    void whatCannotBeToldIsSaidInOneSentence(int status, String options, String why) {
        CommandRun run = CommandRun.over(
                data,
                Stream.concat(Stream.of("outages"), Stream.of(options.split(" ")))
                        .toList());

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).singleElement().asString().startsWith(why);
    }

    private static CommandRun works(String... words) {
        return CommandRun.over(data, List.of(words)).done();
    }
}
