package org.mxcensus.datasets.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;

class StsTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "v=STSv1; id=20160831085700Z; | 20160831085700Z", // the example of RFC 8461 §3.1
                "v=STSv1; id=1 | 1", // the last delimiter is optional
                "v=STSv1;id=1; | 1",
                "v=STSv1;  id=1  ; | 1", // field-delim = *WSP ";" *WSP
                "v=STSv1 ; id=1; | 1", // alone, the ABNF alone decides
                "v=STSv1; id=abcdefghijklmnopqrstuvwxyz012345 | abcdefghijklmnopqrstuvwxyz012345", // 32
                "v=STSv1; x-y.z_1=!ok:<>~; id=9 | 9", // RFC 8461 §3.1: extensions are ignored, wherever they stand
                "v=STSv1; ID=2; id=1 | 1", // %s: the name has its case; "ID" is an extension
                "v=STSv1; id=1; id=2 | 1",
            })
    void acceptsWhatTheGrammarAllows(String text, String id) {
        assertThat(Sts.select(List.of(text))).isEqualTo(new RecordOutcome.Valid<>(new StsRecord(id), text));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "v=STSv1; | no id",
                "v=STSv1; x=1 | no id",
                "v=STSv1; id= | id is not 1 to 32 letters and digits",
                "v=STSv1; id=2024-01-01 | id is not 1 to 32 letters and digits",
                "v=STSv1; id=abcdefghijklmnopqrstuvwxyz0123456 | id is not 1 to 32 letters and digits", // 33
                "v=STSv1; id = 1 | not a field: \"id = 1\"", // no space around "="
                "v=STSv1;; id=1 | not a field: \"\"", // delimiters do not repeat
                "v=STSv1; id=1;; | not a field: \"\"",
                "v=STSv1; nonsense; id=1 | not a field: \"nonsense\"",
                "v=STSv1; id=1; x= | not a field: \"x=\"", // ext-value is at least one character
                "v=STSv1; id=1; x=a=b | not a field: \"x=a=b\"", // without "="
                "v=STSv1; id=1; x=a b | not a field: \"x=a b\"", // without spaces
                "v=STSv1; id=1; _x=1 | not a field: \"_x=1\"", // begins with a letter or digit
            })
    void saysWhyARecordIsNone(String text, String reason) {
        assertThat(Sts.select(List.of(text))).isEqualTo(new RecordOutcome.Malformed<>(text, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=STSv1",
                "v=stsv1; id=1",
                " v=STSv1; id=1",
                "v=STSv2; id=1",
                "v=STSv11; id=1",
                "v=spf1 -all",
                "",
                "id=1; v=STSv1;"
            })
    void discardsWhatDoesNotBeginWithTheVersion(String text) {
        // RFC 8461 §3.1
        assertThat(Sts.select(List.of(text))).isEqualTo(new RecordOutcome.Absent<>());
    }

    @Test
    void discardsFirstAndThenCounts() {
        // RFC 8461 §3.1: of several records only those that begin with exactly "v=STSv1;" count
        assertThat(Sts.select(List.of("v=spf1 -all", "v=STSv1; id=1", "v=STSv1 ; id=2")))
                .isEqualTo(new RecordOutcome.Valid<>(new StsRecord("1"), "v=STSv1; id=1"));
        assertThat(Sts.select(List.of("v=STSv1; id=1", "v=STSv1; nonsense")))
                .isEqualTo(new RecordOutcome.Multiple<>(List.of("v=STSv1; id=1", "v=STSv1; nonsense")));
        assertThat(Sts.select(List.of())).isEqualTo(new RecordOutcome.Absent<>());
    }
}
