package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;

/// Two crawls, judged again and again; nothing is asked of anybody.
class JudgeCommandTest {
    private static final String FIRST = "2026-08-01";
    private static final String SECOND = "2026-09-01";

    @TempDir
    static Path folder;

    private static Path data;
    private static String ca;

    @BeforeAll
    static void generate() {
        data = folder.resolve("data");
        ca = data.resolve("generated-ca.pem").toString();
        for (String crawl : List.of(FIRST, SECOND)) {
            works("generate", "--domains", "400", "--crawl", crawl);
            works("finish", "--crawl", crawl);
        }
    }

    @Test
    void everyFinishedCrawlIsJudgedTheOldestFirstAndEachChangeIsSaid() {
        works("judge", "--ca-file", ca);

        List<String> same = works("judge", "--ca-file", ca).lines();
        assertThat(same.stream().filter(line -> line.startsWith("Judged")))
                .hasSize(2)
                .satisfiesExactly(
                        one -> assertThat(one).contains(FIRST),
                        two -> assertThat(two).contains(SECOND));
        assertThat(same).anyMatch(line -> line.contains("those of the verdicts before"));
        assertThat(same).noneMatch(line -> line.contains("->"));

        // Without the root of the generated certificates nobody is trusted.
        String other = works("judge", "--crawl", SECOND).out();
        assertThat(other)
                .doesNotContain(FIRST)
                .containsPattern("trust_store +\\S.* -> ")
                .containsPattern("certificate_trusted +YES -> NO: [1-9]\\d* domains")
                .containsPattern("[1-9]\\d* of [1-9]\\d* domains changed")
                .doesNotContain("tls13 ", "dnssec ");
        assertThat(works("judge", "--ca-file", ca, "--crawl", SECOND).lines())
                .anyMatch(line -> line.matches(" +certificate_trusted +NO -> YES: [1-9]\\d* domains"));
    }

    @Test
    void aCrawlThatIsNotThere() {
        failsInOneSentence(data, "--crawl", "2020-01-01").contains("2020-01-01", FIRST, SECOND, "--crawl");
    }

    @Test
    void aDirectoryWithoutFinishedCrawls() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        failsInOneSentence(empty).contains(empty.toString(), "mxcensus finish");
    }

    @Test
    void aDirectoryThatIsNotThere() {
        failsInOneSentence(folder.resolve("nowhere")).contains("nowhere", "--data");
    }

    private static AbstractStringAssert<?> failsInOneSentence(Path data, String... words) {
        CommandRun run =
                CommandRun.of(Stream.concat(Stream.of("judge", "--data", data.toString()), Arrays.stream(words))
                        .toList());
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).hasSize(1);
        return assertThat(run.err()).doesNotContain("Exception", "bug");
    }

    private static CommandRun works(String... words) {
        CommandRun run = CommandRun.over(data, List.of(words));
        assertThat(run.err()).isEmpty();
        return run.done();
    }
}
