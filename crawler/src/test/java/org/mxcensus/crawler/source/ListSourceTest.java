package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.schema.FrameRow;

class ListSourceTest {
    @TempDir
    Path folder;

    private Inputs inputs;

    @BeforeEach
    void open() {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.nl\nexample.co.uk\n",
                "example.nl\nexample.co.uk", // without a last line feed
                "example.nl\r\nexample.co.uk\r\n",
                "\uFEFFexample.nl\nexample.co.uk\n", // a byte order mark
                "# a comment\n\nEXAMPLE.NL.\n  example.co.uk   # and another\n",
                "domain,registrar\nexample.nl,x\nexample.co.uk,y\n", // the first column is the domain
                "example.nl\tx\nexample.co.uk;y\n",
                "\"example.nl\"\n\"example.co.uk\"\n",
                "example.nl\nexample.co.uk\nexample.nl\nEXAMPLE.nl.\n", // each once
                "; a comment as zone files have them\nexample.nl\nexample.co.uk\n",
            })
    void readsEveryWayToWriteTheSameList(String text) {
        assertThat(inputs.frame(text)).containsExactly(row("example.nl", "nl"), row("example.co.uk", "uk"));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Inputs.frame(inputs.file("input.gz", Inputs.gzip(bytes)))).isEqualTo(inputs.frame(text));
        assertThat(Inputs.frame(inputs.file("input.zst", Inputs.zstd(bytes)))).isEqualTo(inputs.frame(text));
    }

    @Test
    void takesRanks() {
        var text = "rank,domain\n1,example.nl\n2,\"example.org\"\n3,example.nl\n";
        assertThat(inputs.frame(text))
                .containsExactly(
                        new FrameRow("example.nl", "input", "nl", null, null, 1L),
                        new FrameRow("example.org", "input", "org", null, null, 2L));
        assertThat(inputs.report(text).format()).isEqualTo(Format.RANKED_LIST);
    }

    @Test
    void takesTheFormOfTranco() {
        assertThat(inputs.frame("1,google.com\r\n2,bücher.example\r\n"))
                .containsExactly(
                        new FrameRow("google.com", "input", "com", null, null, 1L),
                        new FrameRow("xn--bcher-kva.example", "input", "example", null, null, 2L));
    }

    @Test
    void countsWhatIsNoDomainAndReadsOn() {
        var text = "example.nl\nhttps://example.org/\n192.0.2.1\nuser@example.org\nmore than one word\n,x\nbücher.nl\n";
        assertThat(inputs.frame(text)).containsExactly(row("example.nl", "nl"), row("xn--bcher-kva.nl", "nl"));
        var report = inputs.report(text);
        assertThat(report.malformed()).isEqualTo(5);
        assertThat(report.lines()).isEqualTo(7);
        assertThat(report.records()).isEqualTo(7);
        assertThat(report.domains()).isEqualTo(2);
        assertThat(report.signed()).isEqualTo(OptionalLong.empty());
        assertThat(report.examples()).hasSize(5).contains(folder.resolve("input") + ":3: an address, not a domain");
    }

    @ParameterizedTest
    @CsvSource({
        "nu-2026-08-22.txt.gz, nu-2026-08-22",
        "Top 1M (new).csv, top-1m--new-",
        ".txt, list",
        "crux, crux",
    })
    void isNamedAfterItsFile(String file, String name) {
        var source = Sources.open(SourceInput.of(inputs.file(file, "example.nl\n")));
        assertThat(source.name()).isEqualTo(name);
    }

    static Stream<byte[]> waysToPack() {
        var text = "example.nl\n".getBytes(StandardCharsets.UTF_8);
        return Stream.of(text, Inputs.gzip(text), Inputs.zstd(text));
    }

    @ParameterizedTest
    @MethodSource("waysToPack")
    void readsStandardInputTwiceFromACopyThatItRemoves(byte[] bytes) throws IOException {
        var spool = folder.resolve("data/work");
        var standardInput = new ByteArrayInputStream(bytes);
        try (var source = Sources.open(SourceInput.of("-", Optional.empty(), spool, standardInput))) {
            assertThat(source.name()).isEqualTo("stdin");
            assertThat(Inputs.frame(source)).hasSize(1);
            assertThat(source.report().input()).isEqualTo("-");
        }
        try (var left = Files.list(spool)) {
            assertThat(left).isEmpty();
        }
    }

    private static FrameRow row(String domain, String tld) {
        return new FrameRow(domain, "input", tld, null, null, null);
    }

    @Test
    void keepsTheOrderOfTheFile() {
        assertThat(inputs.frame("c.nl\na.nl\nb.nl\n"))
                .extracting(FrameRow::domain)
                .isEqualTo(List.of("c.nl", "a.nl", "b.nl"));
    }
}
