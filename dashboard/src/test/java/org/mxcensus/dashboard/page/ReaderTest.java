package org.mxcensus.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de-AT,de;q=0.9,en;q=0.5 | de-AT
        en;q=0.3,nl;q=0.8       | nl
        fr-ZZ                   | fr
        tlh,pt-BR               | pt-BR
        tlh                     | und
        *                       | und
        ;;q=moon                | und
        """)
    void theFirstKnownLanguageOfAListIsTaken(String accepted, String locale) {
        assertThat(Reader.of(accepted).toLanguageTag()).isEqualTo(locale);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 100_000})
    void aListThatNoBrowserSendsIsNotRead(int languages) {
        assertThat(Reader.of("de,".repeat(languages) + "de")).isEqualTo(Reader.NOBODY);
    }
}
