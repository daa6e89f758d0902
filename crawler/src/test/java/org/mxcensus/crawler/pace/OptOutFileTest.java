package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.Warnings;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.store.UserError;

/// Given a list that is edited while it is in use, who is left alone from when on.
class OptOutFileTest {
    @TempDir
    Path folder;

    private final StoppedTime time = new StoppedTime();
    private final Warnings warnings = Warnings.of(OptOutFile.class.getName());

    @AfterEach
    void close() {
        warnings.close();
    }

    @Test
    void whatIsAddedHoldsTenSecondsLater() throws Exception {
        OptOutFile list = open("example.org\n");
        write("example.org\nexample.net\n");

        assertThat(list.current().covers("example.net")).isFalse();
        time.pass(OptOutFile.LOOK_EVERY);
        assertThat(list.current().covers("example.net")).isTrue();
    }

    @Test
    void whatIsStruckOffIsGone() throws Exception {
        OptOutFile list = open("example.org\n");
        write("example.net\n");
        time.pass(OptOutFile.LOOK_EVERY);

        assertThat(list.current().entries()).containsExactly("example.net");
    }

    @Test
    void aListThatHasNotChangedIsTheSameList() throws Exception {
        OptOutFile list = open("example.org\n");
        OptOut before = list.current();
        time.pass(OptOutFile.LOOK_EVERY);

        assertThat(list.current()).isSameAs(before);
    }

    /// As an editor may leave it that keeps the times of files.
    @Test
    void aChangeThatNeitherTimeNorSizeShowIsSeen() throws Exception {
        FileTime then = FileTime.from(Instant.parse("2026-08-01T00:00:00Z"));
        OptOutFile list = open("example.org\n");
        Files.setLastModifiedTime(file(), then);
        time.pass(OptOutFile.LOOK_EVERY);
        list.current();
        write("example.net\n");
        Files.setLastModifiedTime(file(), then);
        time.pass(OptOutFile.LOOK_EVERY);

        assertThat(list.current().entries()).containsExactly("example.net");
    }

    @Test
    void aBrokenVersionChangesNothingAndIsSaidOnce() throws Exception {
        OptOutFile list = open("example.org\n");
        write("example.net\nnot a name\n");
        for (int look = 0; look < 3; look++) {
            time.pass(OptOutFile.LOOK_EVERY);
            assertThat(list.current().entries()).containsExactly("example.org");
        }

        assertThat(warnings.lines())
                .singleElement()
                .asString()
                .contains("line 2, says \"not a name\"", "the list that was read before stays in force");
    }

    @Test
    void aFileThatIsAwayChangesNothingAndIsReadWhenItIsBack() throws Exception {
        OptOutFile list = open("example.org\n");
        Files.delete(file());
        for (int look = 0; look < 3; look++) {
            time.pass(OptOutFile.LOOK_EVERY);
            assertThat(list.current().entries()).containsExactly("example.org");
        }
        assertThat(warnings.lines()).singleElement().asString().contains("cannot be read", "stays in force");

        write("example.net\n");
        time.pass(OptOutFile.LOOK_EVERY);
        assertThat(list.current().entries()).containsExactly("example.net");
    }

    @Test
    void whatHasNoEffectIsSaidOnceForAll() throws Exception {
        try (Warnings ofList = Warnings.of(OptOut.class.getName())) {
            open("AS64500\nAS64501\n");

            assertThat(ofList.lines())
                    .singleElement()
                    .asString()
                    .contains("list.txt: AS64500, AS64501 not enforced", "--routes");
        }
    }

    @Test
    void aMissingFileIsSaid() {
        assertThatThrownBy(() -> OptOutFile.open(folder.resolve("none.txt"), RoutingTable.NONE, time))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("none.txt cannot be read");
    }

    @Test
    void aBinaryFileIsSaid() throws Exception {
        Path binary = Files.write(folder.resolve("list.gz"), new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0, (byte) 0xFF});

        assertThatThrownBy(() -> OptOutFile.open(binary, RoutingTable.NONE, time))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("list.gz cannot be read");
    }

    /// The list grows while somebody waits for his turn.
    @Test
    void whoOptsOutWhileWeWaitIsNotCalled() throws Exception {
        OptOutFile list = open("example.org\n");
        PaceLimits slow = new PaceLimits(1, 1, 1, OptOutFile.LOOK_EVERY);
        Pace pace = new Pace(slow, Pace.FOREVER, time);
        Gate gate = new Gate(new Guard(true), list, pace);
        ((Admission.Granted) gate.admit("mx.example.net", Literal.address("192.0.2.1")))
                .permit()
                .close();
        write("192.0.2.2\n");

        assertThat(gate.admit("mx.example.net", Literal.address("192.0.2.2")))
                .isEqualTo(new Admission.Refused(Abstention.OPTED_OUT));
        assertThat(time.sleeps()).as("it had waited").hasSize(1);
        assertThat(pace.enter(Peers.at("198.51.100.1"))).as("and holds nothing").isTrue();
    }

    private OptOutFile open(String text) throws IOException {
        write(text);
        return OptOutFile.open(file(), RoutingTable.NONE, time);
    }

    private Path file() {
        return folder.resolve("list.txt");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }
}
