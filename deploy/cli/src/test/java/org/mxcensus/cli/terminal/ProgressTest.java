package org.mxcensus.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter written = new StringWriter();

    @Test
    void aPipeGetsPlainLinesEachStateOnce() {
        try (Progress progress = Progress.of(terminal(false), () -> "3 of 4")) {
            progress.show();
            progress.show();
        }

        assertThat(written.toString()).isEqualTo("3 of 4" + System.lineSeparator());
    }

    @Test
    void aTerminalGetsALineThatIsDrawnOverAndClearedInTheEnd() {
        try (Progress progress = Progress.of(terminal(true), () -> "3 of 4")) {
            progress.show();
        }

        assertThat(written.toString()).isEqualTo("\r\u001b[K3 of 4\r\u001b[K");
    }

    @Test
    void aLineThatWouldWrapIsCut() {
        try (Progress progress = Progress.of(terminal(true), () -> "x".repeat(500))) {
            progress.show();
        }

        assertThat(written.toString()).contains("x".repeat(79)).doesNotContain("x".repeat(80));
    }

    private Terminal terminal(boolean interactive) {
        PrintWriter writer = new PrintWriter(written);
        return new Terminal(writer, writer, interactive, Style.PLAIN, 80);
    }
}
