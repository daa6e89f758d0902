package org.mxcensus.crawler.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Given what is said of a good signature and of a bad one, whether somebody validates.
class ResolverJudgeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1  | !BOGUS     | PASSED         | the bad signature of bogus.example is seen",
                "NODATA     | !BOGUS     | PASSED         | signed.example is signed",
                "~192.0.2.1 | ~192.0.2.2 | FAILED         | signed.example is signed, and gave an answer that is INSECURE",
                "~192.0.2.1 | !BOGUS     | FAILED         | signed.example",
                "!BOGUS     | !BOGUS     | FAILED         | signed.example is signed, and gave BOGUS",
                "192.0.2.1  | ~192.0.2.2 | FAILED         | bogus.example is badly signed, and is answered all the same",
                "!TIMEOUT   | !BOGUS     | COULD_NOT_TELL | signed.example gave TIMEOUT",
                "NXDOMAIN   | !BOGUS     | COULD_NOT_TELL | signed.example gave no such name",
                // A resolver in trouble, or the servers of the name: no word of DNSSEC.
                "192.0.2.1  | !SERVFAIL  | COULD_NOT_TELL | bogus.example gave SERVFAIL",
                "192.0.2.1  | NXDOMAIN   | COULD_NOT_TELL | bogus.example gave no such name",
                // Somebody has mended it.
                "192.0.2.1  | 192.0.2.2  | COULD_NOT_TELL | bogus.example gave an answer that is SECURE",
            })
    void both(String signed, String bogus, Result result, String found) {
        Finding finding = ResolverJudge.judge(
                new ResolverJudge.Tried("signed.example", Said.of(signed)),
                new ResolverJudge.Tried("bogus.example", Said.of(bogus)));

        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.found()).contains(found);
        assertThat(finding.advice().isEmpty()).isEqualTo(result == Result.PASSED);
    }
}
