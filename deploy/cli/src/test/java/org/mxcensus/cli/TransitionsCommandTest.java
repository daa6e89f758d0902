package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.cli.session.ExitStatus;

/// Two generated crawls, told apart.
class TransitionsCommandTest {
    private static final String FIRST = "2026-08-01";
    private static final String SECOND = "2026-09-01";

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void generate() {
        data = folder.resolve("data");
        String ca = data.resolve("generated-ca.pem").toString();
        works("generate", "--domains", "400", "--crawl", FIRST);
        works("finish", "--crawl", FIRST);
        works("generate", "--domains", "600", "--crawl", SECOND);
        works("finish", "--crawl", SECOND);
        works("judge", "--ca-file", ca);
    }

    @Test
    void theTwoNewestCrawlsAreComparedAndEachLineAddsUpToTheDomainsInBoth() {
        CommandRun run = works("transitions");
        List<String> lines = run.lines();

        assertThat(run.err()).isEmpty();
        assertThat(lines.getFirst())
                .matches("From 2026-08-01 to 2026-09-01: \\d+ domains appeared, \\d+ vanished, \\d+ in both\\.");
        long both = Long.parseLong(lines.getFirst().replaceAll(".* (\\d+) in both\\.", "$1"));
        assertThat(both).isPositive();
        List<String> table =
                lines.stream().filter(line -> line.matches(" +\\D+( +\\d+){7}")).toList();
        assertThat(table)
                .extracting(line -> line.strip().replaceAll(" +\\d.*", ""))
                .containsExactly(
                        "Signed delegation",
                        "Secure MX answer",
                        "STARTTLS",
                        "DANE",
                        "MTA-STS",
                        "TLS reporting",
                        "Authenticated transport");
        assertThat(table)
                .allSatisfy(line -> assertThat(Stream.of(line.strip().split(" +"))
                                .filter(word -> word.matches("\\d+"))
                                .mapToLong(Long::parseLong)
                                .sum())
                        .as(line)
                        .isEqualTo(both));
    }

    @ParameterizedTest
    @CsvSource({"appeared, dane", "vanished, dane", "adopted, tlsrpt", "unmeasured, dane", "stayed, signed"})
    void whatIsListedIsWhatIsCounted(String event, String mechanism) {
        List<String> listed =
                works("transitions", "--list", event, "--mechanism", mechanism).lines();

        assertThat(listed).isSorted().doesNotHaveDuplicates();
        List<String> counted =
                works("transitions", "--json", "--mechanism", mechanism).lines();
        assertThat(counted).isNotEmpty().allMatch(line -> line.contains("\"mechanism\":\"" + mechanism + "\""));
        assertThat(counted.stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains("\"event\":\"" + event + "\""))
                        .mapToLong(line -> Long.parseLong(line.replaceAll(".*\"domains\":(\\d+).*", "$1")))
                        .sum())
                .isEqualTo(listed.size());
    }

    @Test
    void oneMechanismIsOneLine() {
        assertThat(works("transitions", "--mechanism", "dane").lines())
                .hasSize(3)
                .last()
                .asString()
                .startsWith("  DANE ");
    }

    @Test
    void oneTopLevelDomainAlone() {
        String tld =
                works("transitions", "--list", "appeared").lines().getFirst().replaceAll(".*\\.", "");

        assertThat(works("transitions", "--list", "appeared", "--tld", tld.toUpperCase(Locale.ROOT))
                        .lines())
                .isNotEmpty()
                .allMatch(domain -> domain.endsWith("." + tld));
        assertThat(works("transitions", "--json", "--mechanism", "dane", "--tld", tld)
                        .lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"tld\":\"" + tld + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --mechanism smime | --mechanism knows no smime; give one of signed, dnssec, starttls, dane, mta_sts,",
                "2 | --list exploded   | --list knows no exploded; give one of appeared, vanished, adopted, dropped,",
                "1 | --tld museum      | Neither the crawl of 2026-08-01 nor that of 2026-09-01 names a domain below \"museum\";",
                "1 | --after 2026-10-01   | There is no judged crawl 2026-10-01 in ",
                "1 | --after 2026-08-01   | There is no crawl before that of 2026-08-01 in ",
                "2 | --before 2026-09-01 --after 2026-08-01 | --before names the earlier crawl and --after the later.",
                "1 | --before 2026-09-01 | The crawl of 2026-09-01 is not before that of 2026-09-01; name the earlier one first."
            })
    void whatCannotBeToldIsSaidInOneSentence(int status, String options, String why) {
        CommandRun run = CommandRun.over(
                data,
                Stream.concat(Stream.of("transitions"), Stream.of(options.split(" ")))
                        .toList());

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).singleElement().asString().startsWith(why);
    }

    @Test
    void aDatasetWithoutACrawl() {
        CommandRun run = CommandRun.of("transitions", "--data", folder.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.complaints()).singleElement().asString().startsWith("There is no finished crawl in ");
    }

    private static CommandRun works(String... words) {
        return CommandRun.over(data, List.of(words)).done();
    }
}
