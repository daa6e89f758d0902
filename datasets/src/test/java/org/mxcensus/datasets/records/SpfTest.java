package org.mxcensus.datasets.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.SpfRecord;

class SpfTest {

    @ParameterizedTest(name = "{0} → \"{1}\"")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "v=spf1 -all | -",
                "v=spf1 ~all | ~",
                "v=spf1 ?all | ?",
                "v=spf1 +all | +",
                "v=spf1 all | +", // RFC 7208 §4.6.2: no qualifier is "+"
                "V=SPF1 -ALL | -", // RFC 5234 §2.3: strings of ABNF ignore case
                "v=spf1 | ``", // RFC 7208 §4.5: the record may end after the version
                "v=spf1 redirect=_spf.example.com | ``",
                "v=spf1 -all ~all | -", // RFC 7208 §5.1: after "all" nothing is evaluated
                "v=spf1   mx    -all | -", // 1*SP
                "v=spf1 a mx ptr -all | -",
                "v=spf1 a:mail.example.com/24 mx:example.com//64 a/0//128 -all | -",
                "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.1 ip6:2001:db8::/32 ip6:::ffff:192.0.2.1 -all | -",
                "v=spf1 include:_spf.example.com exists:%{ir}.%{v}._spf.%{d2} -all | -",
                "v=spf1 include:%{d} exp=explain._spf.%{d} -all | -",
                "v=spf1 exists:%{l1r+-}._spf.%{d}/ignored.example -all | -", // a slash is a macro-literal
                "v=spf1 exists:%{i}.%{d10r}._spf.example -all | -",
                "v=spf1 because=%{c}%{R}%{t} -all | -", // as in the text of an explanation
                "v=spf1 moo=cow%%d=1 -all | -", // RFC 7208 §6: unknown modifiers are ignored
                "v=spf1 a:example.com. -all | -", // domain-end may have its final dot
            })
    void acceptsWhatTheGrammarAllows(String text, String all) {
        assertThat(Spf.select(List.of(text))).isEqualTo(new RecordOutcome.Valid<>(new SpfRecord(all), text));
    }

    @Test
    void acceptsSpacesAtTheEnd() {
        // RFC 7208 §4.5: record = version terms *SP
        assertThat(Spf.select(List.of("v=spf1 -all  ")))
                .isEqualTo(new RecordOutcome.Valid<>(new SpfRecord("-"), "v=spf1 -all  "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "v=spf1 foo -all | not a mechanism of SPF: \"foo\"", // RFC 7208 §4.6.1
                "v=spf1 -all; | not a mechanism of SPF: \"-all;\"",
                "v=spf1 all:example.com | not a mechanism of SPF: \"all:example.com\"",
                "v=spf1 include -all | not a mechanism of SPF: \"include\"", // RFC 7208 §5.2: needs a domain
                "v=spf1 include: -all | not a mechanism of SPF: \"include:\"",
                "v=spf1 include:localhost -all | not a mechanism of SPF: \"include:localhost\"", // needs "." toplabel
                "v=spf1 a:example.123 | not a mechanism of SPF: \"a:example.123\"", // toplabel not digits alone
                "v=spf1 a:%{d0}.example.com | not a mechanism of SPF: \"a:%{d0}.example.com\"", // RFC 7208 §7.3
                "v=spf1 exists:%{c}.example.com | not a mechanism of SPF: \"exists:%{c}.example.com\"", // RFC 7208 §7.2
                "v=spf1 redirect=%{t}.example | not a modifier of SPF: \"redirect=%{t}.example\"",
                "v=spf1 a:%{q}.example.com | not a mechanism of SPF: \"a:%{q}.example.com\"", // macro-letter
                "v=spf1 a:100%.example.com | not a mechanism of SPF: \"a:100%.example.com\"",
                "v=spf1 a/33 | not a mechanism of SPF: \"a/33\"", // RFC 7208 §5.6
                "v=spf1 a/24/64 | not a mechanism of SPF: \"a/24/64\"",
                "v=spf1 a//129 | not a mechanism of SPF: \"a//129\"",
                "v=spf1 mx/01 | not a mechanism of SPF: \"mx/01\"",
                "v=spf1 ip4:192.0.2.256 | not a mechanism of SPF: \"ip4:192.0.2.256\"",
                "v=spf1 ip4:192.0.2 | not a mechanism of SPF: \"ip4:192.0.2\"",
                "v=spf1 ip4:192.0.2.0/ | not a mechanism of SPF: \"ip4:192.0.2.0/\"",
                "v=spf1 ip4 192.0.2.1 | not a mechanism of SPF: \"ip4\"",
                "v=spf1 ip6:2001:db8 | not a mechanism of SPF: \"ip6:2001:db8\"",
                "v=spf1 ip6:1::2::3 | not a mechanism of SPF: \"ip6:1::2::3\"",
                "v=spf1 ip6:1:2:3:4:5:6:7::8 | not a mechanism of SPF: \"ip6:1:2:3:4:5:6:7::8\"",
                "v=spf1 redirect=a.example redirect=b.example | modifier redirect appears twice", // RFC 7208 §6
                "v=spf1 exp=a.example EXP=b.example | modifier exp appears twice",
                "v=spf1 redirect= | not a modifier of SPF: \"redirect=\"",
                "v=spf1 x=50% -all | not a modifier of SPF: \"x=50%\"",
                "v=spf1 a v=spf1 -all include:ö.example | not a mechanism of SPF: \"include:ö.example\"",
            })
    void namesTheTermThatIsWrong(String text, String reason) {
        assertThat(Spf.select(List.of(text))).isEqualTo(new RecordOutcome.Malformed<>(text, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf10 -all",
                "v=spf1;-all",
                " v=spf1 -all",
                "spf1 -all",
                "v=spf2.0/pra -all",
                "",
                "v=spf1\t-all"
            })
    void discardsWhatIsNoSpf(String text) {
        // RFC 7208 §4.5
        assertThat(Spf.select(List.of(text))).isEqualTo(new RecordOutcome.Absent<>());
    }

    @Test
    void refusesToChooseBetweenTwo() {
        // RFC 7208 §4.5: permerror, even where one of the two is broken
        var outcome = Spf.select(List.of("v=spf1 -all", "google-site-verification=x", "v=spf1 nonsense"));
        assertThat(outcome).isEqualTo(new RecordOutcome.Multiple<>(List.of("v=spf1 -all", "v=spf1 nonsense")));
    }

    @Test
    void readsTheLongestRecordThatDnsCarries() {
        var text = "v=spf1 a:" + "%{d}".repeat(16_000) + " -all";
        assertThat(Spf.select(List.of(text))).isEqualTo(new RecordOutcome.Valid<>(new SpfRecord("-"), text));
        var broken = "v=spf1 a:" + "%-a.".repeat(16_000) + "/";
        assertThat(Spf.select(List.of(broken))).isInstanceOf(RecordOutcome.Malformed.class);
    }
}
