package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;
import org.mxcensus.datasets.store.UserError;

/// Zones with bytes changed, lost and doubled at random. Each is refused in a sentence, or read: then both readings
/// agree, and what is told are names, each once.
class DamagedZoneTest {
    private static final byte[] LIKELY = "\n\t \\\"();.@$*#0aA\u0000\r".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    static LongStream seeds() {
        // The last two begin with an origin that is relative to none, which was once taken for relative to itself.
        return LongStream.concat(LongStream.range(0, 200), LongStream.of(1901, 2525));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isRefusedOrReadTheSameTwice(long seed) {
        var random = new Random(seed);
        var bytes = damaged(new ZoneText(seed).text().getBytes(StandardCharsets.UTF_8), random);
        try (var source = Sources.open(SourceInput.of(new Inputs(folder).file("input", bytes)))) {
            var frame = Inputs.frame(source);
            var domains = new HashSet<String>();
            assertThat(frame).allSatisfy(row -> {
                assertThat(domains.add(row.domain())).as(row.domain()).isTrue();
                assertThat(DomainNames.normalize(row.domain())).isEqualTo(new NameOutcome.Name(row.domain()));
            });
            assertThat(source.report().domains()).isEqualTo(frame.size());
            source.report()
                    .signed()
                    .ifPresent(signed -> assertThat(
                                    frame.stream().filter(row -> Boolean.TRUE.equals(row.delegationDs())))
                            .hasSize(Math.toIntExact(signed)));
            assertThat(Inputs.frame(source)).isEqualTo(frame);
        } catch (UserError e) {
            assertThat(e).hasMessageEndingWith(".").message().hasSizeLessThan(1_000);
        }
    }

    private static byte[] damaged(byte[] text, Random random) {
        var bytes = text.clone();
        for (var i = 0; i <= random.nextInt(8); i++) {
            var at = random.nextInt(bytes.length);
            var length = Math.min(random.nextInt(30), bytes.length - at);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = LIKELY[random.nextInt(LIKELY.length)];
                case 2 -> System.arraycopy(text, random.nextInt(text.length - length), bytes, at, length);
                case 3 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
                default -> throw new IllegalStateException();
            }
        }
        return bytes;
    }
}
