package org.mxcensus.crawler.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenFilesTest {

    @Test
    void whoHasRoomIsToldNothing() {
        assertThat(OpenFiles.shortage(8_000, 9_500)).isEmpty();
        assertThat(OpenFiles.shortage(8_000, 1_048_576)).isEmpty();
    }

    @Test
    void whoHasNoneIsToldHowMuchIsNeededAndHowToGetIt() {
        assertThat(OpenFiles.shortage(8_000, 9_499))
                .hasValue("8,000 connections at once need 9,500 open files, and this process may have 9,499; raise the"
                        + " limit (`ulimit -n 9500`, in systemd LimitNOFILE) or have fewer at once.");
    }

    @Test
    void thisMachineTellsItsLimit() {
        assertThat(OpenFiles.shortage(Integer.MAX_VALUE)).isPresent();
    }
}
