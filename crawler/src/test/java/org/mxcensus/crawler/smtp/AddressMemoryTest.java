package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;

class AddressMemoryTest {

    private final AddressMemory memory = new AddressMemory();

    @ParameterizedTest
    @CsvSource({
        "1, 0, true, false",
        "4, -1, false, false",
        "2, 2147483647, true, false",
        "3, -2147483648, false, false",
        "0, 0, true, true",
    })
    void whatIsKeptIsWhatWasSeen(int alike, int shown, boolean silent, boolean varies) {
        AddressHistory history = new AddressHistory(alike, shown, silent, null, varies);

        memory.keep("192.0.2.1", history);

        assertThat(memory.of("192.0.2.1")).isEqualTo(history);
        assertThat(memory.of("192.0.2.2")).isEqualTo(AddressHistory.NONE);
    }

    @Test
    void aModelIsKeptAsLongAsThereIsOne() {
        SmtpObservation model = SmtpObservation.first(
                "mx.example",
                "192.0.2.1",
                Instant.EPOCH,
                "mx.example",
                new SmtpOutcome.StartTlsNotOffered(),
                SmtpDialogue.SILENCE,
                0,
                0,
                0);
        memory.keep("192.0.2.1", new AddressHistory(4, 7, false, model, false));
        assertThat(memory.of("192.0.2.1").reusable()).containsSame(model);

        AddressHistory varies = new AddressHistory(0, 0, true, null, true);
        memory.keep("192.0.2.1", varies);
        assertThat(memory.of("192.0.2.1")).isEqualTo(varies);
    }

    @Test
    void aHundredThousandAddressesAreToldApart() {
        IntStream.range(0, 100_000).forEach(i -> memory.keep("2001:db8::" + Integer.toHexString(i), nth(i)));

        assertThat(IntStream.range(0, 100_000))
                .allSatisfy(i -> assertThat(memory.of("2001:db8::" + Integer.toHexString(i)))
                        .isEqualTo(nth(i)));
        assertThat(memory.of("2001:db8::ffff:1")).isEqualTo(AddressHistory.NONE);
    }

    private static AddressHistory nth(int i) {
        return new AddressHistory(1, i * 31, i % 2 == 0, null, false);
    }
}
