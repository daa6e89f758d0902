package org.mxcensus.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryTest {

    private static final Entry PASSED = new Entry(Outcome.PASSED, "org.mxcensus.A#holds", "");
    private static final Entry FAILED = new Entry(Outcome.FAILED, "org.mxcensus.A#breaks", "1 is not 2");
    private static final Entry ABORTED = new Entry(Outcome.ABORTED, "org.mxcensus.A#needsUnbound", "no unbound");
    private static final Entry DISABLED = new Entry(Outcome.DISABLED, "org.mxcensus.A#macOnly", "not on Linux");
    private static final Entry SLOW = new Entry(Outcome.EXCLUDED, "org.mxcensus.A#slow", "full");
    private static final Entry SLOWEST = new Entry(Outcome.EXCLUDED, "org.mxcensus.A#slowest", "endurance");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path root;

    @Test
    void theLastLineSaysHowManyRanAndWhichWereNotInThisProfile() throws IOException {
        boolean good = report(Tier.DEFAULT, "", PASSED, PASSED, ABORTED, SLOW, SLOWEST);

        assertThat(good).isTrue();
        assertThat(lastLine())
                .isEqualTo("ledger: 2 passed, 0 failed, 1 skipped; not in this profile: endurance (1), full (1)");
    }

    @Test
    void aTierThatRunsEverythingNamesNoTags() throws IOException {
        report(Tier.ENDURANCE, "", PASSED);

        assertThat(lastLine()).isEqualTo("ledger: 1 passed, 0 failed, 0 skipped");
    }

    @Test
    void aTestThatThePlatformLookedAtTwiceIsExcludedOnce() throws IOException {
        report(Tier.FULL, "", PASSED, SLOWEST, SLOWEST);

        assertThat(lastLine()).endsWith("not in this profile: endurance (1)");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureFailsEveryTier(Tier tier) throws IOException {
        assertThat(report(tier, "", PASSED, FAILED)).isFalse();
    }

    @Test
    void everySkipIsSaidWithItsReason() throws IOException {
        report(Tier.DEFAULT, "", ABORTED, DISABLED);

        assertThat(printed.toString(UTF_8).lines())
                .startsWith(
                        "ledger: skipped: org.mxcensus.A#needsUnbound: no unbound",
                        "ledger: skipped: org.mxcensus.A#macOnly: not on Linux");
    }

    @Test
    void theFullTierFailsOnASkipThatIsNotExpected() throws IOException {
        assertThat(report(Tier.FULL, "org.mxcensus.A#mac* needs a Mac\n", PASSED, ABORTED, DISABLED))
                .isFalse();

        assertThat(printed.toString(UTF_8).lines())
                .contains(
                        "ledger: skipped: org.mxcensus.A#needsUnbound: no unbound",
                        "ledger: skipped (expected): org.mxcensus.A#macOnly: not on Linux")
                .anyMatch(line -> line.endsWith(
                        "fails, because 1 of the skips above are not in deploy/ledger/expected-skips.txt"));
    }

    @Test
    void theFullTierHoldsWhenEverySkipIsExpected() throws IOException {
        String expected = """
                # a comment

                org.mxcensus.A#mac*         needs a Mac
                org.mxcensus.A#needsUnbound needs root
                """;

        assertThat(report(Tier.FULL, expected, PASSED, ABORTED, DISABLED)).isTrue();
    }

    @Test
    void anExpectedSkipIsNamedWhollyAndLiterally() throws IOException {
        assertThat(report(Tier.FULL, "org.mxcensus.A#needs half a name\n", ABORTED))
                .isFalse();
        assertThat(report(Tier.FULL, "org.mxcensus.A.needsUnbound a dot is a dot\n", ABORTED))
                .isFalse();
    }

    @Test
    void anExpectedSkipNeedsAReason() {
        assertThatThrownBy(() -> report(Tier.FULL, "org.mxcensus.A#needsUnbound\n", ABORTED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("expected.txt: no reason is given for 'org.mxcensus.A#needsUnbound'");
    }

    @Test
    void theLedgersOfAllModulesCountIfTheyAreOfThisRun() throws IOException {
        module("datasets", "run 2", PASSED);
        module("deploy/lab", "run 2", PASSED, ABORTED);
        module("crawler", "run 1", FAILED);

        assertThat(Summary.entriesBelow(root, "run 2")).containsExactlyInAnyOrder(PASSED, PASSED, ABORTED);
    }

    private void module(String folder, String run, Entry... entries) throws IOException {
        Path module = Files.createDirectories(root.resolve(folder));
        Files.writeString(module.resolve("pom.xml"), "<project/>");
        LedgerFile ledger = LedgerFile.open(module.resolve("target/ledger"), run, 1);
        List.of(entries).forEach(ledger);
    }

    private boolean report(Tier tier, String expectedSkips, Entry... entries) throws IOException {
        Path list = Files.writeString(root.resolve("expected.txt"), expectedSkips);
        PrintStream out = new PrintStream(printed, true, UTF_8);
        return Summary.report(Tally.of(List.of(entries)), tier, ExpectedSkips.read(list), out);
    }

    private String lastLine() {
        return printed.toString(UTF_8).lines().toList().getLast();
    }
}
