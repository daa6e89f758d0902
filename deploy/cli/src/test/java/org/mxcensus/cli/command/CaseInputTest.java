package org.mxcensus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.datasets.store.UserError;

/// `mxcensus judge --json`, with what it reads in hand.
class CaseInputTest {
    private static final int MIB = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"dane", "mta-sts", "tlsrpt", "senders"})
    void aSuiteComesBackAnswered(String suite) throws IOException {
        byte[] text = Files.readAllBytes(Path.of("../../datasets/conformance", suite + ".json"));

        assertThat(answer(text, 64 * MIB)).contains("\"suite\" : \"" + suite + "\"", "\"answers\" : [");
    }

    @Test
    void whatIsNoCaseEndsInOneSentence() {
        assertThatThrownBy(() -> answer("{".getBytes(StandardCharsets.UTF_8), MIB))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no JSON at line 1");
    }

    @Test
    void moreThanEnoughIsNotTaken() {
        assertThatThrownBy(() -> answer(new byte[MIB + 1], MIB))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("more than 1 MiB");
    }

    @Test
    void inputThatBreaksOffIsTold() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> new CaseInput(broken, MIB).answer(terminal(new StringWriter())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("gone");
    }

    private static String answer(byte[] text, int most) {
        StringWriter out = new StringWriter();
        new CaseInput(new ByteArrayInputStream(text), most).answer(terminal(out));
        return out.toString();
    }

    private static Terminal terminal(StringWriter out) {
        return Terminal.plain(new PrintWriter(out), new PrintWriter(out));
    }
}
