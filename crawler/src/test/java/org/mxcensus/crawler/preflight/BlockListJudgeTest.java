package org.mxcensus.crawler.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.crawler.pace.Literal;

/// Given what a block list says of its test entries (RFC 5782 §5) and of us.
class BlockListJudgeTest {
    private static final InetAddress OURS = Literal.address("192.0.2.1");
    private static final OwnAddresses OWN = new OwnAddresses(List.of(OURS), List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.2       | NXDOMAIN  | NXDOMAIN        | PASSED         | 192.0.2.1 is on none of bl.example",
                "127.0.0.2       | NODATA    | NODATA          | PASSED         | 192.0.2.1",
                "127.0.0.2       | NXDOMAIN  | 127.0.0.4       | FAILED         | 192.0.2.1 is on the block list bl.example (127.0.0.4)",
                // It refuses our resolver by saying no to everything, or by not answering.
                "NXDOMAIN        | NXDOMAIN  | NXDOMAIN        | COULD_NOT_TELL | its test entry gave nothing",
                "!REFUSED        | !REFUSED  | !REFUSED        | COULD_NOT_TELL | its test entry gave REFUSED",
                "127.255.255.254 | NXDOMAIN  | 127.255.255.254 | COULD_NOT_TELL | its test entry gave 127.255.255.254",
                // The list is gone, and whoever has its name now answers everything.
                "203.0.113.1     | 203.0.113.1 | 203.0.113.1   | COULD_NOT_TELL | gave 203.0.113.1",
                "127.0.0.2       | 127.0.0.2 | 127.0.0.2       | COULD_NOT_TELL | an entry that none has gave 127.0.0.2",
                "127.0.0.2       | NXDOMAIN  | !TIMEOUT        | COULD_NOT_TELL | could not be asked about 192.0.2.1 (TIMEOUT)",
                "127.0.0.2       | !TIMEOUT  | NXDOMAIN        | COULD_NOT_TELL | an entry that none has gave TIMEOUT",
            })
    void oneList(String always, String never, String ours, Result result, String found) {
        Finding finding = BlockListJudge.judge(OWN, List.of(asked("bl.example", always, never, ours)));

        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.required()).isTrue();
        assertThat(finding.found()).contains(found);
        assertThat(finding.advice().isEmpty()).isEqualTo(result == Result.PASSED);
    }

    @Test
    void anEntryCountsWhateverOtherListsSay() {
        Finding finding = BlockListJudge.judge(
                OWN,
                List.of(
                        asked("mute.example", "!TIMEOUT", "!TIMEOUT", "!TIMEOUT"),
                        asked("bl.example", "127.0.0.2", "NXDOMAIN", "127.0.0.9")));

        assertThat(finding.result()).isEqualTo(Result.FAILED);
    }

    @Test
    void withoutAListNobodyIsAskedAndNothingWaits() {
        Finding finding = BlockListJudge.judge(OWN, List.of());

        assertThat(finding.result()).isEqualTo(Result.COULD_NOT_TELL);
        assertThat(finding.required()).isFalse();
        assertThat(finding.advice()).contains("--block-list");
    }

    @Test
    void withoutAnAddressNobodyCanBeAskedAbout() {
        assertThat(BlockListJudge.judge(new OwnAddresses(List.of(), List.of()), List.of())
                        .result())
                .isEqualTo(Result.COULD_NOT_TELL);
    }

    private static BlockListJudge.Asked asked(String list, String always, String never, String ours) {
        return new BlockListJudge.Asked(
                list, Said.of(always), Said.of(never), List.of(new BlockListJudge.Entry(OURS, Said.of(ours))));
    }
}
