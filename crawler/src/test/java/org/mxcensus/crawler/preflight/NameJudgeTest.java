package org.mxcensus.crawler.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.crawler.pace.Literal;

/// Given what the DNS says of our name and address, whether they lead to each other.
class NameJudgeTest {
    private static final String NAME = "Scanner.example.org";
    private static final InetAddress FOUR = Literal.address("192.0.2.1");
    private static final InetAddress SIX = Literal.address("2001:db8::1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1           | scanner.example.org             | PASSED         | lead to each other",
                "~192.0.2.1          | ~scanner.example.org            | PASSED         | lead to each other",
                "192.0.2.9 192.0.2.1 | a.example.org scanner.example.org | PASSED       | lead to each other",
                "192.0.2.9           | scanner.example.org             | FAILED         | leads to 192.0.2.9 and not to 192.0.2.1",
                "NODATA              | scanner.example.org             | FAILED         | does not lead to 192.0.2.1",
                "NXDOMAIN            | scanner.example.org             | FAILED         | does not exist",
                "192.0.2.1           | NXDOMAIN                        | FAILED         | 192.0.2.1 has no name in the reverse DNS",
                "192.0.2.1           | NODATA                          | FAILED         | 192.0.2.1 has no name in the reverse DNS",
                "192.0.2.1           | host-1.provider.example         | FAILED         | is called host-1.provider.example",
                "!SERVFAIL           | scanner.example.org             | COULD_NOT_TELL | could not be looked up (SERVFAIL)",
                "192.0.2.1           | !TIMEOUT                        | COULD_NOT_TELL | reverse DNS of 192.0.2.1 could not",
                "NODATA              | !TIMEOUT                        | FAILED         | does not lead to 192.0.2.1",
            })
    void oneAddress(String forward, String reverse, Result result, String found) {
        Finding finding = judge(new OwnAddresses(List.of(FOUR), List.of()), forward, reverse);

        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.found()).contains(found).endsWith(".");
        assertThat(finding.advice().isEmpty()).isEqualTo(result == Result.PASSED);
    }

    @Test
    void ofTwoAddressesEachMustBeInOrder() {
        Finding finding = NameJudge.judge(
                NAME,
                new OwnAddresses(List.of(FOUR, SIX), List.of()),
                List.of(
                        new NameJudge.Seen(FOUR, Said.of("192.0.2.1"), Said.of("scanner.example.org")),
                        new NameJudge.Seen(SIX, Said.of("NODATA"), Said.of("scanner.example.org"))));

        assertThat(finding.result()).isEqualTo(Result.FAILED);
        assertThat(finding.found()).isEqualTo("Scanner.example.org does not lead to 2001:db8::1.");
    }

    @Test
    void behindATranslatorNothingCanBeTold() {
        Finding finding =
                NameJudge.judge(NAME, new OwnAddresses(List.of(), List.of(Literal.address("10.0.0.5"))), List.of());

        assertThat(finding.result()).isEqualTo(Result.COULD_NOT_TELL);
        assertThat(finding.found()).contains("10.0.0.5");
        assertThat(finding.advice()).contains("--source-address");
    }

    @Test
    void oneFamilyBehindATranslatorLeavesTheWholeOpen() {
        Finding finding = judge(
                new OwnAddresses(List.of(FOUR), List.of(Literal.address("fd00::5"))),
                "192.0.2.1",
                "scanner.example.org");

        assertThat(finding.result()).isEqualTo(Result.COULD_NOT_TELL);
        assertThat(finding.found()).contains("fd00::5");
    }

    @Test
    void withoutAWayToTheInternetNothingCanBeTold() {
        assertThat(NameJudge.judge(NAME, new OwnAddresses(List.of(), List.of()), List.of())
                        .result())
                .isEqualTo(Result.COULD_NOT_TELL);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 1.2.0.192.in-addr.arpa",
        "2001:db8::1, 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"
    })
    void anAddressIsTurnedRound(String address, String owner) {
        assertThat(Reversed.owner(Literal.address(address))).isEqualTo(owner);
    }

    private static Finding judge(OwnAddresses own, String forward, String reverse) {
        return NameJudge.judge(
                NAME,
                own,
                Stream.of(FOUR)
                        .map(address -> new NameJudge.Seen(address, Said.of(forward), Said.of(reverse)))
                        .toList());
    }
}
