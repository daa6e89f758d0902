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

/// Given a world in which every verdict and every cause occurs, crawled in two months on bad days: fewer verdicts can
/// be told, and none of those that are told is another than the truth. What came of it is written to
/// `target/accuracy-under-stress.txt`.
@Tag("full")
class AccuracyUnderStressTest {

    private static final int DOMAINS = 2_000;
    /// Some rest on a second look, another host or the month before, where those may have been missed.
    private static final double CAUSES_RIGHT = 95;
    private static final Path REPORT = Path.of("target", "accuracy-under-stress.txt");

    @TempDir
    static Path folder;

    private static List<ConfusionMatrix> verdicts = List.of();
    private static List<ConfusionMatrix> causes = List.of();

    @BeforeAll
    static void crawlTwoMonths() throws Exception {
        Comparison comparison = TwoMonths.stressed(1, DOMAINS).compare(folder);
        verdicts = comparison.verdicts();
        causes = comparison.causes();
        Files.writeString(
                REPORT,
                ConfusionMatrix.text(
                        Stream.concat(verdicts.stream(), causes.stream()).toList()));
    }

    @Test
    void noVerdictIsFalse() {
        assertThat(verdicts).allSatisfy(matrix -> assertThat(matrix.wrong()).isEmpty());
    }

    /// A host that was missed may be the valid one, or fail otherwise. Of an unsigned domain it is certain that it has
    /// no DANE, and only whether its hosts are ready is not.
    @Test
    void noFailureIsNamedByAPartAlone() {
        assertThat(verdicts)
                .filteredOn(matrix -> matrix.what().equals("DANE of a domain"))
                .singleElement()
                .satisfies(matrix -> assertThat(matrix.count(Said.Kind.BY_ANOTHER_NAME))
                        .as(matrix.text())
                        .isEqualTo(matrix.count("HOST_READY_DOMAIN_INSECURE", "NOT_DEPLOYED")))
                .satisfies(matrix -> assertThat(matrix.judgedOf("FAILS_SOMEWHERE"))
                        .as(matrix.text())
                        .isPositive());
    }

    @Test
    void nearlyEveryCauseThatIsToldIsTrue() {
        assertThat(causes)
                .allSatisfy(matrix ->
                        assertThat(matrix.rightOfTold()).as(matrix.text()).isGreaterThanOrEqualTo(CAUSES_RIGHT));
    }

    /// Else the stress was none.
    @Test
    void someVerdictsCouldNotBeTold() {
        assertThat(verdicts)
                .filteredOn(matrix -> matrix.count(Said.Kind.UNTOLD) > 0)
                .extracting(ConfusionMatrix::what)
                .contains("STARTTLS at an address", "DANE of a domain", "MTA-STS", "opportunistic sender");
    }
}
