package org.mxcensus.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Given a world in which every verdict and every cause occurs, crawled in two months: all verdicts are true, and
/// nearly all causes. The matrices and whatever is wrong are written to `target/accuracy.txt`.
@Tag("full")
class AccuracyTest {

    private static final int DOMAINS = 20_000;
    private static final double CAUSES_RIGHT = 99;
    private static final Path REPORT = Path.of("target", "accuracy.txt");

    @TempDir
    static Path folder;

    private static List<ConfusionMatrix> verdicts = List.of();
    private static List<ConfusionMatrix> causes = List.of();

    @BeforeAll
    static void crawlTwoMonths() throws Exception {
        Comparison comparison = TwoMonths.calm(1, DOMAINS).compare(folder);
        verdicts = comparison.verdicts();
        causes = comparison.causes();
        String report = ConfusionMatrix.text(
                Stream.concat(verdicts.stream(), causes.stream()).toList());
        Files.writeString(REPORT, report);
        System.out.println(report);
    }

    @Test
    void everyDomainIsJudged() {
        assertThat(verdicts)
                .filteredOn(matrix -> matrix.what().equals("opportunistic sender"))
                .singleElement()
                .extracting(ConfusionMatrix::total)
                .isEqualTo(DOMAINS);
    }

    @Test
    void everyVerdictIsTrue() {
        assertThat(verdicts)
                .allSatisfy(
                        matrix -> assertThat(matrix.right()).as(matrix.text()).isEqualTo(100));
    }

    @Test
    void nearlyEveryCauseIsTrue() {
        assertThat(causes)
                .allSatisfy(
                        matrix -> assertThat(matrix.right()).as(matrix.text()).isGreaterThanOrEqualTo(CAUSES_RIGHT));
    }
}
