package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        assertThat(lines.get(0))
                .matches(
                        "By the crawl of 2026-08-01 DANE is valid for \\d+ of \\d+ domains; \\d+ could not be told\\.");
        assertThat(lines.get(1))
                .matches(
                        "By the crawl of 2026-08-01 MTA-STS works for \\d+ of \\d+ domains; \\d+ could not be told\\.");
        assertThat(lines).hasSize(4 + 3 * 3);
        assertThat(lines.get(4)).matches(" +\\d+ +\\d+ +\\d+  (customers of )?\\S+( \\+ \\S+)*: .*\\.");
        assertThat(lines.get(5)).matches(" {34}.*\\. \\(RFC \\d+ §\\S+\\)");
        assertThat(lines.get(6)).matches(" {34}Tell (postmaster|hostmaster|webmaster)@\\S+.*\\.");
        assertThat(works("causes", "--json", "--limit", "3", "--mechanism", "dane")
                        .lines())
                .hasSize(3)
                .allMatch(
                        line -> line.matches(
                                "\\{\"party\":\"[^\"]+\",\"party_kind\":\"(provider|dns_operator)\",\"contacts\":\\[.*],"
                                        + "\"mechanism\":\"dane\",\"cause\":\"[A-Z_]+\",\"sentence\":.*,\"fix\":.*,\"section\":.*,"
                                        + "\"hosts\":\\d+,\"examples\":\\[.*],\"domains\":\\d+,\"healed\":\\d+,\"unmeasured\":\\d+}"));
    }

    @Test
    void dnsOperatorsAreToldOfAsProvidersAre() {
        List<String> lines =
                works("what-if", "--by", "dns_operator", "--limit", "2").lines();

        assertThat(lines).contains("How many more it would be, by who runs the name servers:");
        assertThat(lines)
                .filteredOn(line -> line.matches("  \\S+ +[\\d,]+ +[\\d,]+ +\\+[\\d,]+ +[\\d,]+"))
                .hasSize(2);
        assertThat(works("what-if", "--by", "dns_operator", "--json", "--limit", "2")
                        .lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("\\{(\"dns_operator\":\"[^\"]+\",\"tld\":\"[^\"]+\","
                        + "\"lever\":\"signed_zones\",\"already\":\\d+,\"gained\":\\d+,"
                        + "|\"curve\":\"signed_zones\",\"place\":\\d+,\"dns_operator\":\"[^\"]+\",).*}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"causes", "what-if", "what-if --by dns_operator"})
    void theDomainsBehindTheFiguresAreWrittenToAFile(String command) throws IOException {
        Path file = folder.resolve("behind.csv");
        works(Stream.concat(Stream.of(command.split(" ")), Stream.of("--limit", "2", "--list", file.toString()))
                .toArray(String[]::new));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).startsWith("domain,").endsWith(",status,today,after");
        assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> line.split(",", -1).length > 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | what-if --lever magic          | --lever knows no magic; give one of tlsa,",
                "2 | what-if --by dns_operator --lever tlsa | --lever knows no tlsa; give one of signed_zones.",
                "2 | what-if --by registry          | --by knows no registry; give one of provider, dns_operator.",
                "1 | what-if --list /no/such/file   | --list cannot write /no/such/file, since there is no folder /no/such;",
                "2 | causes --mechanism tlsrpt      | --mechanism knows no tlsrpt; give one of dane, mta_sts.",
                "1 | causes --list /tmp             | --list cannot write /tmp, since that is a folder; name a file in it.",
                "1 | what-if --tld museum           | The crawl of 2026-08-01 names no domain below \"museum\";",
                "2 | what-if --limit 0              | --limit is 0; give a number from 1.",
                "1 | what-if --crawl 2026-09-01     | There is no finished crawl of 2026-09-01 in ",
                "2 | causes --limit 0               | --limit is 0; give a number from 1.",
                "1 | causes --tld museum            | The crawl of 2026-08-01 names no domain below \"museum\";",
                "1 | concentration --tld museum     | The crawl of 2026-08-01 names no domain below \"museum\";",
                "2 | concentration --limit -3       | --limit is -3; give a number from 1.",
            })
    void whatCannotBeToldIsSaidInOneSentence(int status, String command, String why) {
        CommandRun run = CommandRun.over(data, Stream.of(command.split(" ")).toList());

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).singleElement().asString().startsWith(why);
    }

    private static CommandRun works(String... words) {
        return CommandRun.over(data, List.of(words)).done();
    }
}
