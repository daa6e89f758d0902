package org.mxcensus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {

    private static final String THIS_RUN = "2026-03-01T10:00:00Z";
    private static final String EARLIER_RUN = "2026-02-28T23:59:59Z";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadEachOnALineOfItsOwn() throws IOException {
        Entry passed = new Entry(Outcome.PASSED, "org.mxcensus.A#b[3]", "");
        Entry failed = new Entry(Outcome.FAILED, "org.mxcensus.A#c", "expected:\n\t1\nbut was:\n\t2");

        LedgerFile ledger = LedgerFile.open(folder, THIS_RUN, 1);
        ledger.accept(passed);
        ledger.accept(failed);

        assertThat(LedgerFile.read(folder, THIS_RUN)).containsExactly(passed, failed);
        assertThat(failed.detail()).isEqualTo("expected: 1 but was: 2");
    }

    @Test
    void theJvmsOfOneRunAddUp() throws IOException {
        Entry one = new Entry(Outcome.PASSED, "A#one", "");
        Entry two = new Entry(Outcome.PASSED, "A#two", "");

        LedgerFile.open(folder, THIS_RUN, 1).accept(one);
        LedgerFile.open(folder, THIS_RUN, 2).accept(two);

        assertThat(LedgerFile.read(folder, THIS_RUN)).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void anEarlierRunIsNotRead() throws IOException {
        LedgerFile.open(folder, EARLIER_RUN, 1).accept(new Entry(Outcome.PASSED, "A#old", ""));

        assertThat(LedgerFile.read(folder, THIS_RUN)).isEmpty();
    }

    @Test
    void anEarlierRunGoesAwayWhenThisOneBegins() throws IOException {
        LedgerFile.open(folder, EARLIER_RUN, 1).accept(new Entry(Outcome.PASSED, "A#old", ""));
        Files.writeString(folder.resolve("notes.txt"), "not a ledger");

        LedgerFile.open(folder, THIS_RUN, 2);

        assertThat(LedgerFile.read(folder, EARLIER_RUN)).isEmpty();
        assertThat(folder.resolve("notes.txt")).exists();
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() throws IOException {
        assertThat(LedgerFile.read(folder.resolve("none"), THIS_RUN)).isEmpty();
    }

    @Test
    void testsThatEndAtTheSameTimeEachKeepTheirLine() throws IOException {
        LedgerFile ledger = LedgerFile.open(folder, THIS_RUN, 1);
        List<Entry> entries = IntStream.range(0, 200)
                .mapToObj(i -> new Entry(Outcome.PASSED, "A#b[" + i + "]", ""))
                .toList();

        entries.parallelStream().forEach(ledger);

        assertThat(LedgerFile.read(folder, THIS_RUN)).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    void aLineOfAnotherFormIsABug() {
        assertThatThrownBy(() -> Entry.parse("passed\tA#b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a line of a ledger: passed\tA#b");
    }
}
