package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;

class GenerateCommandTest {

    @TempDir
    Path data;

    @Test
    void generatedTablesGoTheWayOfACrawl() {
        String ca = data.resolve("generated-ca.pem").toString();

        works("generate", "--domains", "3000", "--crawl", "2026-08-01");
        works("finish");
        works("judge", "--ca-file", ca);
        CommandRun stats = works("stats");

        Dataset dataset = new Dataset(data, LocalDate.of(2026, 8, 1));
        assertThat(dataset.rows(Table.FRAME)).hasSize(3_000);
        assertThat(dataset.manifest().sources()).singleElement().satisfies(source -> {
            assertThat(source.simulated()).isTrue();
            assertThat(source.domains()).isEqualTo(3_000);
        });
        assertThat(stats.out()).contains("DANE", "Trusted certificate");
    }

    @Test
    void aCrawlThatIsThereIsNotOverwritten() {
        works("generate", "--domains", "100", "--crawl", "2026-08-01");
        Map<String, String> before = Dataset.files(data);

        CommandRun again = run("generate", "--domains", "200", "--crawl", "2026-08-01");

        assertThat(again.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(again.complaints()).singleElement().asString().contains("2026-08-01", "--crawl");
        assertThat(Dataset.files(data)).isEqualTo(before);
    }

    @Test
    void moreThanItCanIsRefused() {
        CommandRun run = run("generate", "--domains", "20000000");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.complaints()).singleElement().asString().contains("10000000", "--domains");
    }

    @Test
    void domainsLieBelowAsManyTopLevelDomainsAsIsSaid() {
        works("generate", "--domains", "3000", "--tlds", "100", "--crawl", "2026-08-01");
        works("finish");

        assertThat(new Dataset(data, LocalDate.of(2026, 8, 1))
                        .rows(Table.FRAME).stream().map(FrameRow::tld).distinct())
                .hasSize(100)
                .contains("com", "tld99");
        assertThat(run("generate", "--tlds", "0").complaints())
                .singleElement()
                .asString()
                .contains("--tlds");
    }

    private CommandRun works(String... words) {
        CommandRun run = run(words);
        assertThat(run.err()).isEmpty();
        return run.done();
    }

    private CommandRun run(String... words) {
        return CommandRun.over(data, List.of(words));
    }
}
