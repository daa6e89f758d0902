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

/// The trend over two generated crawls.
class TrendCommandTest {

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void generate() {
        data = folder.resolve("data");
        works("generate", "--domains", "200", "--crawl", "2026-08-01");
        works("finish", "--crawl", "2026-08-01");
        works("generate", "--domains", "300", "--crawl", "2026-09-01");
        works("finish", "--crawl", "2026-09-01");
        works("judge", "--ca-file", data.resolve("generated-ca.pem").toString());
    }

    @Test
    void aMechanismHasALineForEachCrawl() {
        List<String> lines = works("trend", "--mechanism", "mta_sts").lines();

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .matches("MTA-STS: of all domains, and of the \\d+ that every crawl was to measure\\.");
        assertThat(lines.get(2)).startsWith("  2026-08-01 ");
        assertThat(lines.get(3)).startsWith("  2026-09-01 ");
    }

    @Test
    void asJsonEachPointHasBothTallies() {
        assertThat(works("trend", "--json").lines())
                .hasSize(14)
                .allMatch(
                        line -> line.matches(
                                "\\{\"crawl\":\"2026-0[89]-01\",\"mechanism\":\"\\w+\","
                                        + "\"all\":\\{\"numerator\":\\d+,\"denominator\":\\d+,\"unmeasured\":\\d+,\"not_applicable\":\\d+},"
                                        + "\"panel\":\\{\"numerator\":\\d+,\"denominator\":\\d+,\"unmeasured\":\\d+,\"not_applicable\":\\d+}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --mechanism smime | --mechanism knows no smime; give one of signed,",
                "1 | --tld museum      | None of the crawls names a domain below \"museum\";",
                "2 | --since 2026-09-02 --until 2026-09-01 | --since is after --until;",
                "1 | --since 2026-09-01 | A trend takes two finished crawls, and ",
            })
    void whatCannotBeToldIsSaidInOneSentence(int status, String options, String why) {
        CommandRun run = CommandRun.over(
                data,
                Stream.concat(Stream.of("trend"), Stream.of(options.split(" "))).toList());

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).singleElement().asString().startsWith(why);
    }

    private static CommandRun works(String... words) {
        return CommandRun.over(data, List.of(words)).done();
    }
}
