package org.mxcensus.datasets.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.TlsRptRecord;

class TlsRptTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "v=TLSRPTv1;rua=mailto:reports@example.com | mailto:reports@example.com", // RFC 8460 §3.1.1
                "v=TLSRPTv1; rua=https://reporting.example.com/v1/tlsrpt; | https://reporting.example.com/v1/tlsrpt",
                "v=TLSRPTv1 ; rua=mailto:a@example.com | mailto:a@example.com",
                "v=TLSRPTv1; rua=mailto:a@example.com,https://b.example/r | mailto:a@example.com https://b.example/r",
                "v=TLSRPTv1; rua=mailto:a@example.com , mailto:b@example.com | mailto:a@example.com mailto:b@example.com",
                "v=TLSRPTv1; rua=MAILTO:a@example.com | MAILTO:a@example.com", // RFC 3986 §3.1: schemes ignore case
                "v=TLSRPTv1; rua=http://a.example/,mailto:a@example.com | mailto:a@example.com", // two schemes there
                // are
                "v=TLSRPTv1; rua=mailto:a%21b@example.com?subject=x | mailto:a%21b@example.com?subject=x",
                "v=TLSRPTv1; rua=https://a.example | https://a.example",
                "v=TLSRPTv1; rua=HTTPS://a.example:8443/r?x=y | HTTPS://a.example:8443/r?x=y",
                "v=TLSRPTv1; rua=mailto:a@[192.0.2.1] | mailto:a@[192.0.2.1]",
                "v=TLSRPTv1; rua=mailto:reports,mailto:a@example.com | mailto:a@example.com", // one that can be reached
                "v=TLSRPTv1; ext=1; rua=mailto:a@example.com; y=2 | mailto:a@example.com",
                "v=TLSRPTv1; rua=mailto:a@example.com; rua=mailto:b@example.com | mailto:a@example.com mailto:b@example.com",
            })
    void acceptsWhatTheGrammarAllows(String text, String rua) {
        assertThat(TlsRpt.select(List.of(text)))
                .isEqualTo(new RecordOutcome.Valid<>(new TlsRptRecord(List.of(rua.split(" "))), text));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "v=TLSRPTv1; | no rua",
                "v=TLSRPTv1; RUA=x | no rua", // %s"rua="
                "v=TLSRPTv1; rua= | rua holds no URI: \"\"",
                "v=TLSRPTv1; rua=reports@example.com | rua holds no URI: \"reports@example.com\"",
                "v=TLSRPTv1; rua=mailto:a@example.com, | rua holds no URI: \"\"",
                "v=TLSRPTv1; rua=mailto:a!b@example.com | rua holds no URI: \"mailto:a!b@example.com\"", // must be
                // encoded
                "v=TLSRPTv1; rua=mailto:50%@example.com | rua holds no URI: \"mailto:50%@example.com\"",
                "v=TLSRPTv1; rua=mailto:a@example.com mailto:b@example.com | rua holds no URI: \"mailto:a@example.com mailto:b@example.com\"",
                "v=TLSRPTv1; rua=http://a.example/ | rua holds neither a mailto: address nor an https: one",
                "v=TLSRPTv1; rua=mailto:reports | rua holds neither a mailto: address nor an https: one",
                "v=TLSRPTv1; rua=mailto:@example.com | rua holds neither a mailto: address nor an https: one",
                "v=TLSRPTv1; rua=mailto:?to=a@example.com | rua holds neither a mailto: address nor an https: one",
                "v=TLSRPTv1; rua=mailto://a@example.com | rua holds neither a mailto: address nor an https: one",
                "v=TLSRPTv1; rua=https:report.example | rua holds neither a mailto: address nor an https: one",
                "v=TLSRPTv1; rua=https:///report | rua holds neither a mailto: address nor an https: one",
                "v=TLSRPTv1; rua=tel:1 | rua holds neither a mailto: address nor an https: one",
                "v=TLSRPTv1;; rua=mailto:a@example.com | not a field: \"\"",
                "v=TLSRPTv1; rua=mailto:a@example.com; broken | not a field: \"broken\"",
                "v=TLSRPTv1; rua = mailto:a@example.com | not a field: \"rua = mailto:a@example.com\"",
            })
    void saysWhyARecordIsNone(String text, String reason) {
        assertThat(TlsRpt.select(List.of(text))).isEqualTo(new RecordOutcome.Malformed<>(text, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=TLSRPTv1",
                "v=tlsrptv1; rua=mailto:a@example.com",
                " v=TLSRPTv1;",
                "v=TLSRPTv2; rua=mailto:a@b.example",
                ""
            })
    void discardsWhatDoesNotBeginWithTheVersion(String text) {
        // RFC 8460 §3
        assertThat(TlsRpt.select(List.of(text))).isEqualTo(new RecordOutcome.Absent<>());
    }

    @Test
    void discardsFirstAndThenCounts() {
        // RFC 8460 §3
        assertThat(TlsRpt.select(List.of("some text", "v=TLSRPTv1;rua=mailto:a@example.com", "v=TLSRPTv2;")))
                .isEqualTo(new RecordOutcome.Valid<>(
                        new TlsRptRecord(List.of("mailto:a@example.com")), "v=TLSRPTv1;rua=mailto:a@example.com"));
        assertThat(TlsRpt.select(List.of("v=TLSRPTv1;rua=mailto:a@example.com", "v=TLSRPTv1; nonsense")))
                .isInstanceOf(RecordOutcome.Multiple.class);
    }

    @Test
    void refusesToChooseBetweenTwo() {
        var two = List.of("v=TLSRPTv1; rua=mailto:a@example.com", "v=TLSRPTv1; rua=mailto:b@example.com");
        assertThat(TlsRpt.select(two)).isEqualTo(new RecordOutcome.Multiple<>(two));
    }

    @Test
    void readsTheLongestRecordThatDnsCarries() {
        var text = "v=TLSRPTv1; rua=mailto:" + "a%20".repeat(16_000) + "@example.com";
        assertThat(TlsRpt.select(List.of(text))).isInstanceOf(RecordOutcome.Valid.class);
    }
}
