package org.mxcensus.datasets.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;

class TlsaTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "3 1 1 abcd | 3 1 1 abcd",
                "3 1 1 ABCD | 3 1 1 abcd",
                "2  0\t2   ab cd\tef | 2 0 2 abcdef", // RFC 6698 §2.2: whitespace may stand in the data
                "255 255 255 00 | 255 255 255 00", // unassigned numbers are numbers
                "03 01 01 00 | 3 1 1 00",
            })
    void readsAndWritesThePresentationForm(String text, String written) {
        assertThat(Tlsa.parse(text))
                .isInstanceOfSatisfying(
                        RecordOutcome.Valid.class,
                        valid -> assertThat(Tlsa.format((TlsaRecord) valid.value()))
                                .isEqualTo(written));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "3 1 1 | not of the form: usage selector matching-type hexadecimal",
                "3 1 abcd | not of the form: usage selector matching-type hexadecimal",
                "DANE-EE SPKI SHA2-256 abcd | not of the form: usage selector matching-type hexadecimal",
                "3 1 1 abxy | not of the form: usage selector matching-type hexadecimal",
                "3 1 256 ab | 256 is more than 255",
                "3 1 1 abc | half a byte at the end of the data",
            })
    void saysWhatIsWrong(String text, String reason) {
        assertThat(Tlsa.parse(text)).isEqualTo(new RecordOutcome.Malformed<>(text, reason));
    }
}
