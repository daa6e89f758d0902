package org.mxcensus.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.Dataset;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.generate.EveryCause;
import org.mxcensus.lab.truth.Truth;

/// Given a world in which every verdict and every cause occurs, crawled in two months: all verdicts are true, and
/// nearly all causes. The matrices and whatever is wrong are written to `target/accuracy.txt`.
@Tag("full")
class AccuracyTest {

    private static final int DOMAINS = 20_000;
    private static final double CAUSES_RIGHT = 99;
    private static final LocalDate BEFORE = LocalDate.of(2026, 8, 22);
    private static final LocalDate NOW = LocalDate.of(2026, 9, 22);
    private static final Path REPORT = Path.of("target", "accuracy.txt");

    @TempDir
    static Path folder;

    private static List<ConfusionMatrix> verdicts = List.of();
    private static List<ConfusionMatrix> causes = List.of();

    @BeforeAll
    static void crawlTwoMonths() throws Exception {
        EveryCause worlds = new EveryCause(1, DOMAINS);
        Dataset data = new Dataset(folder.resolve("data"), NOW);
        try (Lab lab = Lab.start(worlds.before(), LabOptions.defaults())) {
            PatientCrawl crawl = new PatientCrawl(lab, data.directory());
            crawl.run(BEFORE);
            lab.become(worlds.now());
            crawl.run(NOW);
        }
        Comparison comparison = new Comparison(
                Truth.of(worlds.now(), worlds.before()),
                data.rows(Table.HOST_VERDICTS),
                data.rows(Table.DOMAIN_VERDICTS));
        verdicts = comparison.verdicts();
        causes = comparison.causes();
        String report = Stream.concat(
                        Stream.concat(verdicts.stream(), causes.stream()).map(ConfusionMatrix::text),
                        Stream.concat(verdicts.stream(), causes.stream())
                                .flatMap(matrix -> matrix.wrong().stream())
                                .map(line -> line + "\n"))
                .collect(Collectors.joining());
        Files.writeString(REPORT, report);
        System.out.println(report);
    }

    @Test
    void everyDomainIsJudged() {
        assertThat(verdicts)
                .filteredOn(matrix -> matrix.text().startsWith("opportunistic sender"))
                .singleElement()
                .extracting(ConfusionMatrix::total)
                .isEqualTo(DOMAINS);
    }

    @Test
    void everyVerdictIsTrue() {
        assertThat(verdicts).allSatisfy(matrix -> assertThat(matrix.wrong()).isEmpty());
    }

    @Test
    void nearlyEveryCauseIsTrue() {
        assertThat(causes)
                .allSatisfy(
                        matrix -> assertThat(matrix.right()).as(matrix.text()).isGreaterThanOrEqualTo(CAUSES_RIGHT));
    }
}
