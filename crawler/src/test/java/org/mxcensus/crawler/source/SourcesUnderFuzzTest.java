package org.mxcensus.crawler.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.ledger.fuzz.Fuzz;

/// Zones and lists, packed and not, changed at random: read within measure, or refused in a sentence. What comes of
/// those that are read: [DamagedZoneTest].
class SourcesUnderFuzzTest {
    private static final byte[] LIST = "example.nl\nwww.größe.example\n# none\n1,example.com\n".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void everyFileIsReadOrRefused() throws Exception {
        Inputs inputs = new Inputs(folder);
        new Fuzz("sources", seeds()).run(input -> {
            try (Source source = Sources.open(SourceInput.of(inputs.file("input", input)))) {
                assertThat(source.report().domains())
                        .isEqualTo(Inputs.frame(source).size());
            } catch (UserError e) {
                assertThat(e).hasMessageEndingWith(".").message().hasSizeLessThan(1_000);
            }
        });
    }

    private static List<byte[]> seeds() throws IOException {
        byte[] zone = new ZoneText(7).text().getBytes(UTF_8);
        return List.of(LIST, zone, gzip(LIST), gzip(zone), Zstd.compress(LIST), Zstd.compress(zone));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
