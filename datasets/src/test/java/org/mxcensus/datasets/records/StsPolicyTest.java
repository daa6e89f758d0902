package org.mxcensus.datasets.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.records.StsPolicy.Incomplete;
import org.mxcensus.datasets.records.StsPolicy.Malformed;
import org.mxcensus.datasets.records.StsPolicy.Mode;
import org.mxcensus.datasets.records.StsPolicy.Parsed;
import org.mxcensus.datasets.records.StsPolicy.Remark;

class StsPolicyTest {
    private static final String PLAIN = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n";
    private static final StsPolicy PLAIN_POLICY = new StsPolicy(Mode.ENFORCE, 604_800, List.of("mail.example.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLAIN,
                "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmax_age: 604800\r\n", // LF / CRLF
                "version: STSv1\nmode: enforce\r\nmx: mail.example.com\nmax_age: 604800", // both; no last terminator
                "max_age: 604800\nmx: mail.example.com\nmode: enforce\nversion: STSv1\n", // any order
                "version:STSv1\nmode:\tenforce\nmx:   mail.example.com\nmax_age: 604800  \n", // *WSP after ":" and at
                // the end
                "version: STSv1\nmode: enforce\nmx: MAIL.Example.COM\nmax_age: 604800\n", // RFC 4343
                PLAIN + "future-1.x_y: anything at all, even größer\n", // RFC 8461 §3.2: unknown fields are ignored
                PLAIN + "Mode: none\n", // %s: another field's name
                PLAIN + "x: 1\nx: 2\n", // of unknown fields nobody counts
            })
    void readsEveryWayToWriteTheSamePolicy(String text) {
        assertThat(StsPolicy.parse(text)).isEqualTo(new Parsed(PLAIN_POLICY, List.of()));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: STSv1~mode: enforce~mx: mail.example.com~max_age: 604800~~ | line 5: an empty line",
                "~version: STSv1~mode: enforce~mx: mail.example.com~max_age: 604800 | line 1: an empty line",
                "version: STSv1~ \t~mode: enforce~mx: mail.example.com~max_age: 604800 | line 2: an empty line",
                // RFC 8461 §3.2: of a repeated field all but the first are ignored, whatever they say
                "version: STSv1~mode: enforce~mx: mail.example.com~max_age: 604800~mode: none"
                        + " | line 5: mode again: the first counts",
                "version: STSv1~version: nonsense~mode: enforce~mx: mail.example.com~max_age: 604800~max_age: -1"
                        + " | line 2: version again: the first counts; line 6: max_age again: the first counts",
            })
    void tellsWhatSendersLetPass(String lines, String leniencies) {
        var text = lines.replace('~', '\n').replace("\\t", "\t");
        assertThat(StsPolicy.parse(text)).isInstanceOfSatisfying(Parsed.class, parsed -> {
            assertThat(parsed.policy()).isEqualTo(PLAIN_POLICY);
            assertThat(told(parsed.leniencies())).isEqualTo(leniencies);
        });
    }

    @Test
    void readsTheExampleOfTheStandard() {
        // RFC 8461 §3.2
        var text = """
                version: STSv1
                mode: testing
                mx: mail.example.com
                mx: *.example.net
                mx: backupmx.example.com
                max_age: 604800
                """;
        assertThat(StsPolicy.parse(text))
                .isEqualTo(new Parsed(
                        new StsPolicy(
                                Mode.TESTING,
                                604_800,
                                List.of("mail.example.com", "*.example.net", "backupmx.example.com")),
                        List.of()));
    }

    @Test
    void needsNoMxToSayThatThereIsNoPolicy() {
        // RFC 8461 §8.3
        assertThat(StsPolicy.parse("version: STSv1\nmode: none\nmax_age: 86400\n"))
                .isEqualTo(new Parsed(new StsPolicy(Mode.NONE, 86_400, List.of()), List.of()));
    }

    @ParameterizedTest(name = "{0}, {1} → line {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "version: STSv1 | version: STSv2 | 1 | version is not STSv1",
                "version: STSv1 | version: stsv1 | 1 | version is not STSv1",
                "version: STSv1 | x: y | 0 | no version",
                "mode: enforce | mode: Enforce | 2 | mode is none of enforce, testing, none",
                "mode: enforce | mode: report | 2 | mode is none of enforce, testing, none",
                "mode: enforce | Mode: enforce | 0 | no mode",
                "mode: enforce | mode : enforce | 2 | not a field: \"mode : enforce\"",
                "mode: enforce | mode enforce | 2 | not a field: \"mode enforce\"",
                "mode: enforce | mode: | 2 | not a field: \"mode:\"",
                "mx: mail.example.com | x: y | 0 | no mx",
                "mx: mail.example.com | mx: mail.example.com. | 3 | mx is not a host name: \"mail.example.com.\"",
                "mx: mail.example.com | mx: *.*.example.com | 3 | mx is not a host name: \"*.*.example.com\"",
                "mx: mail.example.com | mx: *example.com | 3 | mx is not a host name: \"*example.com\"",
                "mx: mail.example.com | mx: .example.com | 3 | mx is not a host name: \".example.com\"",
                "mx: mail.example.com | mx: *. | 3 | mx is not a host name: \"*.\"",
                "mx: mail.example.com | mx: mail_1.example.com | 3 | mx is not a host name: \"mail_1.example.com\"",
                "mx: mail.example.com | mx: bücher.example | 3 | mx is not a host name: \"bücher.example\"", // A-labels
                // only
                "mx: mail.example.com | mx: a.example, b.example | 3 | mx is not a host name: \"a.example, b.example\"",
                "mx: mail.example.com | mx: 10 mail.example.com | 3 | mx is not a host name: \"10 mail.example.com\"",
                "max_age: 604800 | x: y | 0 | no max_age",
                "max_age: 604800 | max_age: 31557601 | 4 | max_age is more than 31557600",
                "max_age: 604800 | max_age: 99999999999 | 4 | max_age is not a number of one to ten digits",
                "max_age: 604800 | max_age: -1 | 4 | max_age is not a number of one to ten digits",
                "max_age: 604800 | max_age: 1d | 4 | max_age is not a number of one to ten digits",
                "max_age: 604800 | max-age: 1 | 0 | no max_age",
                "max_age: 604800 | <html> | 4 | not a field: \"<html>\"",
            })
    void saysWhereAndWhyATextIsNoPolicy(String line, String instead, int at, String reason) {
        assertThat(StsPolicy.parse(PLAIN.replace(line, instead)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.faults()).contains(new Remark(at, reason)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_age: 31557600", "max_age: 0", "max_age: 0000000001"})
    void acceptsAgesUpToAYear(String age) {
        assertThat(StsPolicy.parse(PLAIN.replace("max_age: 604800", age))).isInstanceOf(Parsed.class);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | no version; no mode; no max_age; no mx",
                "version: STSv1 | no mode; no max_age; no mx",
                "version: STSv1~mode: none | no max_age", // RFC 8461 §3.2: mode none needs no mx
                "version: STSv2~mode: report~mx: a_b~max_age: 1d"
                        + " | line 1: version is not STSv1; line 2: mode is none of enforce, testing, none;"
                        + " line 3: mx is not a host name: \"a_b\"; line 4: max_age is not a number of one to ten digits",
                "version: STSv1~mode: Enforce~mode: enforce~mx: a.example~max_age: 1" // the first counts, good or bad
                        + " | line 2: mode is none of enforce, testing, none",
                "version: STSv1~mode: enforce~mx: a.example~mx: *~mx: b.example~mx: b.example.~max_age: 1"
                        + " | line 4: mx is not a host name: \"*\"; line 6: mx is not a host name: \"b.example.\"",
                "version: STSv1;~ mode: enforce~mx a.example~max_age: 1"
                        + " | line 1: version is not STSv1; line 2: not a field: \" mode: enforce\";"
                        + " line 3: not a field: \"mx a.example\"; no mode; no mx",
                "<html>~<body>It works!~</html>"
                        + " | line 1: not a field: \"<html>\"; line 2: not a field: \"<body>It works!\";"
                        + " line 3: not a field: \"</html>\"; no version; no mode; no max_age; no mx",
            })
    void namesEveryFault(String lines, String faults) {
        assertThat(faults(lines.replace('~', '\n'))).isEqualTo(faults);
    }

    @Test
    void seesWhatAnEyeDoesNot() {
        assertThat(faults("\uFEFF" + PLAIN)).isEqualTo("line 1: a byte order mark stands before the first field");
        assertThat(faults(PLAIN.replace("mode", " mode")))
                .isEqualTo("line 2: not a field: \" mode: enforce\"; no mode");
        assertThat(faults(PLAIN.replace("mode", "\u00A0mode"))).startsWith("line 2: not a field: ");
        assertThat(faults(PLAIN.replace("\n", "\r"))).startsWith("line 1: not a field: ");
        assertThat(faults(PLAIN.replace("\n", "\r\r\n"))).startsWith("line 1: not a field: ");
        // A Kelvin sign becomes a k in lower case.
        assertThat(faults(PLAIN.replace("mail.", "\u212A."))).startsWith("line 3: mx is not a host name: ");
    }

    @Test
    void readsWhateverFitsInto64KiB() {
        assertThat(StsPolicy.parse(PLAIN + "mx: " + "a.".repeat(32_000) + "example\n"))
                .isInstanceOf(Malformed.class);
        assertThat(StsPolicy.parse(PLAIN + "x: " + "a ".repeat(32_000) + "a\n")).isInstanceOf(Parsed.class);
    }

    @ParameterizedTest(name = "{index}: {0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: STSv1~mode: enforce~mx: a.example~max_age: 1~mx: b.exa | a policy",
                "version: STSv1~mode: enforce~mx: a.example~max_age: 1~ | a policy",
                "version: STSv1~mode: enforce~mx: a.example~max_age: 1 | could not tell", // 1, or perhaps 10
                "version: STSv1~mode: enforce~max_age: 1~mx: a.exa | could not tell",
                "version: STSv1~mode: none~max_age: 1~x: | a policy",
                "version: STSv1 | could not tell",
                "`` | could not tell",
                "version: STSv1~mode: report~ | line 2: mode is none of enforce, testing, none",
                "<html>~<body> | line 1: not a field: \"<html>\"",
            })
    void saysOfABeginningOnlyWhatHoldsForTheWhole(String lines, String outcome) {
        assertThat(
                        switch (StsPolicy.parse(lines.replace('~', '\n'), true)) {
                            case Parsed _ -> "a policy";
                            case Incomplete _ -> "could not tell";
                            case Malformed malformed -> told(malformed.faults());
                        })
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} permits {1}: {2}")
    @CsvSource({
        "mail.example.com, mail.example.com, true",
        "mail.example.com, a.mail.example.com, false",
        "mail.example.com, ail.example.com, false",
        // RFC 8461 §4.1: one whole label, the leftmost
        "*.example.com, mail.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, a.b.example.com, false",
        "*.example.com, mailexample.com, false",
        "*.example.com, .example.com, false",
        "*.example.com, mail.example.com.evil.test, false",
    })
    void matchesHosts(String pattern, String host, boolean permitted) {
        assertThat(new StsPolicy(Mode.ENFORCE, 1, List.of("other.test", pattern)).matches(host))
                .isEqualTo(permitted);
    }

    private static String faults(String text) {
        return StsPolicy.parse(text) instanceof Malformed malformed ? told(malformed.faults()) : "none";
    }

    private static String told(List<Remark> remarks) {
        return remarks.stream().map(Remark::toString).collect(Collectors.joining("; "));
    }
}
