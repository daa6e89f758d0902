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

/// What providers of a generated crawl hold and could do.
class WhatIfCommandTest {
    private static final String CRAWL = "2026-08-01";

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void generate() {
        data = folder.resolve("data");
        works("generate", "--domains", "400", "--crawl", CRAWL);
        works("finish");
        works("judge", "--ca-file", data.resolve("generated-ca.pem").toString());
    }

    @Test
    void aLineForEachProviderAndOneForEachPlaceOfTheCurve() {
        List<String> lines = works("what-if", "--limit", "3").lines();

        assertThat(lines.getFirst())
                .matches("By the crawl of 2026-08-01 DANE is valid for \\d+ of \\d+ domains; \\d+ could not be told,"
                        + " \\d+ take no mail\\.");
        assertThat(lines)
                .filteredOn(line -> line.matches("  \\S+ +[\\d,]+ +[\\d,]+( +\\+[\\d,]+){5} +[\\d,]+"))
                .hasSize(3);
        assertThat(lines)
                .filteredOn(line -> line.matches(" +[\\d,]+  \\S+ +\\d+\\.\\d %( +[\\d,]+){3}"))
                .hasSize(4);
    }

    @Test
    void asJsonEachOutlookIsATallyOfItsDomains() {
        List<String> lines = works("what-if", "--json", "--limit", "2").lines();

        assertThat(lines)
                .allMatch(line -> line.matches("\\{(\"provider\":\"[^\"]+\",\"tld\":\"[^\"]+\",\"lever\":\"\\w+\","
                        + "\"already\":\\d+,\"gained\":\\d+,|\"curve\":\"together\",\"place\":\\d+,\"provider\":\"[^\"]+\",)"
                        + "\"numerator\":\\d+,\"denominator\":\\d+,\"unmeasured\":\\d+,\"not_applicable\":\\d+}"));
        assertThat(lines).filteredOn(line -> line.contains("\"curve\"")).hasSize(3);
    }

    @Test
    void theConcentrationIsTheLargestAndTheWholeCurve() {
        List<String> lines = works("concentration", "--limit", "2").lines();

        assertThat(lines.getFirst())
                .matches("Mail by the crawl of 2026-08-01: \\d+ domains at \\d+ providers; \\d+ could not be told,"
                        + " \\d+ take no mail\\.");
        assertThat(lines.get(1)).matches("Half of them lie with the largest \\d+\\. Gini coefficient 0\\.\\d{3}\\.");
        assertThat(lines.getLast()).endsWith("100.0 %");
        List<String> json = works("concentration", "--json").lines();
        assertThat(json.getFirst())
                .matches("\\{\"crawl\":\"2026-08-01\",\"providers\":\\d+,\"domains\":\\d+,\"unmeasured\":\\d+,"
                        + "\"not_applicable\":\\d+,\"half\":\\d+,\"gini\":0\\.\\d+}");
        assertThat(json.stream().skip(1))
                .hasSizeGreaterThan(20)
                .allMatch(line ->
                        line.matches("\\{\"place\":\\d+,\"provider\":\"[^\"]+\",\"domains\":\\d+,\"cumulated\":\\d+}"));
    }

    @Test
    void whatIsToBeMendedComesWithItsFixAndWithWhomToTell() {
        List<String> lines = works("causes", "--limit", "3").lines();

        assertThat(lines.getFirst())
                .matches(
                        "By the crawl of 2026-08-01 DANE is valid for \\d+ of \\d+ domains; \\d+ could not be told\\.");
        assertThat(lines).hasSize(3 + 3 * 3);
        assertThat(lines.get(3)).matches(" +\\d+ +\\d+ +\\d+  \\S+: .*\\.");
        assertThat(lines.get(4)).matches(" {34}.*\\. \\(RFC \\d+ §\\S+\\)");
        assertThat(lines.get(5)).matches(" {34}Tell (postmaster|hostmaster)@\\S+\\.");
        assertThat(works("causes", "--json", "--limit", "3").lines())
                .hasSize(3)
                .allMatch(line -> line.matches("\\{\"party\":\"[^\"]+\",\"party_kind\":\"(provider|dns_operator)\","
                        + "\"contacts\":\\[.*],\"cause\":\"[A-Z_]+\",\"sentence\":.*,\"fix\":.*,\"section\":.*,"
                        + "\"hosts\":\\d+,\"examples\":\\[.*],\"domains\":\\d+,\"healed\":\\d+,\"unmeasured\":\\d+}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what-if --lever magic          | --lever knows no magic; give one of tlsa, signed_hosts,",
                "what-if --tld museum           | The crawl of 2026-08-01 names no domain below \"museum\";",
                "what-if --limit 0              | --limit is 0, and nobody can be told of so few; give 1 or more.",
                "what-if --crawl 2026-09-01     | There is no finished crawl of 2026-09-01 in ",
                "causes --limit 0               | --limit is 0, and nobody can be told of so few; give 1 or more.",
                "causes --tld museum            | The crawl of 2026-08-01 names no domain below \"museum\";",
                "concentration --tld museum     | The crawl of 2026-08-01 names no domain below \"museum\";",
                "concentration --limit -3       | --limit is -3, and nobody can be told of so few; give 1 or more.",
            })
    void whatCannotBeToldIsSaidInOneSentence(String command, String why) {
        CommandRun run = CommandRun.over(data, Stream.of(command.split(" ")).toList());

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).singleElement().asString().startsWith(why);
    }

    private static CommandRun works(String... words) {
        return CommandRun.over(data, List.of(words)).done();
    }
}
