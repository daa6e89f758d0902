package org.mxcensus.datasets.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.observation.DmarcRecord;
import org.mxcensus.datasets.observation.RecordOutcome;

class DmarcTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "v=DMARC1; p=none | none",
                "v=DMARC1;p=quarantine; | quarantine",
                "v = DMARC1 ; p = reject ; sp=none | reject", // RFC 7489 §6.4: *WSP around "=" and ";"
                "V=DMARC1; P=Reject | reject", // names and values of ABNF ignore case, the version does not
                "v=DMARC1; p=reject; rua=mailto:d@example.com!10m; pct=50; ri=86400; fo=1 | reject",
                "v=DMARC1; p=reject; sp=none; np=reject; psd=y; t=y | reject", // unknown tags are ignored
                "v=DMARC1; sp=none; rua=mailto:d@example.com; p=reject | reject", // RFC 9989: in any order after v
                "v=DMARC1; p=reject; np=nonsense; rua=mailto:d@example.com | none", // RFC 9989 §4.10.1
                "v=DMARC1; adkim=s; p=none | none",
                "v=DMARC1; p=none; nonsense; =; ;; | none", // RFC 7489 §6.3: errors in the remainder are ignored
                "v=DMARC1; p=nonsense; rua=mailto:d@example.com | none", // RFC 7489 §6.6.3 step 6
                "v=DMARC1; rua=mailto:d@example.com | none",
                "v=DMARC1; p=reject; sp=nonsense; rua=junk,https://example.com/r | none",
            })
    void acceptsWhatReceiversAccept(String text, String policy) {
        assertThat(Dmarc.select(List.of(text))).isEqualTo(new RecordOutcome.Valid<>(new DmarcRecord(policy), text));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "v=DMARC1 | no p",
                "v=DMARC1; | no p",
                "v=DMARC1; pct=50 | no p",
                "v=DMARC1; p=discard | p is none of none, quarantine, reject",
                "v=DMARC1; p= | p is none of none, quarantine, reject",
                "v=DMARC1; p=none; sp=discard | sp is none of none, quarantine, reject",
                "v=DMARC1; p=none; np=discard | np is none of none, quarantine, reject", // RFC 9989 §4.10.1
                "v=DMARC1; p=none; sp= | sp is none of none, quarantine, reject",
                "v=DMARC1; sp=reject | no p",
                "v=DMARC1; p=discard; rua=postmaster@example.com | p is none of none, quarantine, reject",
                "v=DMARC1; p=none; p=reject | tag p appears twice", // RFC 6376 §3.2
                "v=DMARC1; p=none; v=DMARC1 | tag v appears twice",
            })
    void saysWhyARecordIsNone(String text, String reason) {
        assertThat(Dmarc.select(List.of(text))).isEqualTo(new RecordOutcome.Malformed<>(text, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=dmarc1; p=none",
                "v=DMARC2; p=none",
                " v=DMARC1; p=none",
                "p=none; v=DMARC1",
                "v=DMARC1 p=none",
                "v=DMARC11; p=none",
                ""
            })
    void discardsWhatIsNoDmarc(String text) {
        // RFC 7489 §6.6.3 step 2
        assertThat(Dmarc.select(List.of(text))).isEqualTo(new RecordOutcome.Absent<>());
    }

    @Test
    void refusesToChooseBetweenTwo() {
        // RFC 7489 §6.6.3 step 5
        assertThat(Dmarc.select(List.of("v=DMARC1; p=none", "v=DMARC1; p=reject", "v=spf1 -all")))
                .isEqualTo(new RecordOutcome.Multiple<>(List.of("v=DMARC1; p=none", "v=DMARC1; p=reject")));
    }
}
