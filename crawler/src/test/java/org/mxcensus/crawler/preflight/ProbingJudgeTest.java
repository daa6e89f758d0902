package org.mxcensus.crawler.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;

/// Given what our own web server shows, whether somebody who wonders finds us (RFC 9511 §2.2, RFC 9116 §2).
class ProbingJudgeTest {
    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
    private static final String HOST = "scanner.example.org";
    private static final String URL = "https://scanner.example.org/.well-known/probing.txt";
    private static final Operator OPERATOR = new Operator(
            "Institute",
            List.of("mailto:census@example.org", "tel:+1-201-555-0123"),
            "mailto:no@example.org",
            Optional.empty(),
            List.of(),
            List.of("en", "de"),
            "Census of mail transport security",
            "",
            "",
            "");
    private static final ProbingText OURS = ProbingText.of(OPERATOR, HOST, NOW);

    @Test
    void whatIsGeneratedIsReadBackAndPasses() {
        assertThat(ProbingText.parse(OURS.text())).isEqualTo(OURS);

        Finding finding = judge(OURS.text());
        assertThat(finding.result()).isEqualTo(Result.PASSED);
        assertThat(finding.found()).contains("mailto:census@example.org", "2027-01-28T00:00:00Z");
    }

    @Test
    void itIsStillOursMonthsLaterAndExpiredAfterThat() {
        String text = OURS.text();

        assertThat(ProbingJudge.judge(URL, fetched(text), later(170), NOW.plusSeconds(170 * 86_400L))
                        .result())
                .isEqualTo(Result.PASSED);
        assertThat(ProbingJudge.judge(URL, fetched(text), later(181), NOW.plusSeconds(181 * 86_400L)))
                .extracting(Finding::result, Finding::found)
                .containsExactly(Result.FAILED, "Of " + URL + ", it expired at 2027-01-28T00:00:00Z.");
    }

    @Test
    void aSignedFileIsReadForWhatItSays() {
        String signed = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n" + OURS.text()
                + "-----BEGIN PGP SIGNATURE-----\n\nabcd\n-----END PGP SIGNATURE-----\n";

        assertThat(judge(signed).result()).isEqualTo(Result.PASSED);
    }

    @Test
    void fieldsComeInAnyCaseAndUnknownOnesArePassedOver() {
        String text =
                OURS.text().replace("Contact:", "CONTACT:").replace("\n", "\r\n") + "Hiring: https://x.example/\r\n";

        assertThat(judge(text).result()).isEqualTo(Result.PASSED);
    }

    static Stream<List<String>> faults() {
        return Stream.of(
                List.of("Contact: .*\n", "", "nobody is named as Contact"),
                List.of("Contact: mailto:c.*\n", "Contact: census@example.org\n", "no mailto:, https: or tel: URI"),
                List.of("Expires: .*\n", "", "Expires is there 0 times"),
                List.of("Expires: (.*)\n", "Expires: $1\nExpires: $1\n", "Expires is there 2 times"),
                List.of("Expires: .*\n", "Expires: next year\n", "no date of RFC 3339"),
                List.of("Canonical: .*\n", "Canonical: https://other.example/p.txt\n", "no Canonical"),
                List.of(
                        "Preferred-Languages: .*\n",
                        "Preferred-Languages: en\nPreferred-Languages: de\n",
                        "more than once"),
                List.of("Description: .*\n", "", "Description is there not at all"),
                List.of("Description: .*\n", "Description: another\n", "Description is \"another\" and not"),
                List.of("Contact: tel.*\n", "", "Contact is \"mailto:census@example.org\" and not"),
                List.of("Description: .*\n", "$0<p>hello</p>\n", "\"<p>hello</p>\" is no field"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsSaid(List<String> fault) {
        Finding finding = judge(OURS.text().replaceAll(fault.get(0), fault.get(1)));

        assertThat(finding.result()).isEqualTo(Result.FAILED);
        assertThat(finding.found()).contains(fault.get(2));
        assertThat(finding.advice()).contains("--write-page");
    }

    @Test
    void withoutAnOperatorsFileItIsJudgedByItself() {
        String text = OURS.text().replaceAll("Description: .*", "Description: another");

        assertThat(ProbingJudge.judge(URL, fetched(text), Optional.empty(), NOW).result())
                .isEqualTo(Result.PASSED);
    }

    @Test
    void aPageIsNoFile() {
        PolicyFetch page = new PolicyFetch.Fetched(OURS.text(), false, "text/html", List.of());

        assertThat(ProbingJudge.judge(URL, page, Optional.empty(), NOW).found()).contains("text/html");
    }

    static Stream<PolicyFetch> absent() {
        return Stream.of(
                new PolicyFetch.HttpError(404, List.of()),
                new PolicyFetch.NoAddress(),
                new PolicyFetch.NotConnected(ConnectFailure.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("absent")
    void whatIsNotThereFails(PolicyFetch fetch) {
        assertThat(ProbingJudge.judge(URL, fetch, Optional.empty(), NOW).result())
                .isEqualTo(Result.FAILED);
    }

    static Stream<PolicyFetch> untold() {
        return Stream.of(
                new PolicyFetch.NotConnected(ConnectFailure.TIMED_OUT),
                new PolicyFetch.LookupFailed(DnsFailure.SERVFAIL),
                new PolicyFetch.ProtocolError(ProtocolFailure.CLOSED, List.of()),
                new PolicyFetch.NotAttempted(Abstention.RESERVED_ADDRESS),
                new PolicyFetch.InternalError("a bug"));
    }

    @ParameterizedTest
    @MethodSource("untold")
    void whatCouldNotBeFetchedIsNotAbsent(PolicyFetch fetch) {
        Finding finding = ProbingJudge.judge(URL, fetch, Optional.empty(), NOW);

        assertThat(finding.result()).isEqualTo(Result.COULD_NOT_TELL);
        assertThat(finding.advice()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mailto:census@example.org, true",
        "https://example.org/contact, true",
        "tel:+1-201-555-0123, true",
        "http://example.org/contact, false",
        "census@example.org, false",
        "mailto:census, false"
    })
    void contactsAreUris(String text, boolean contact) {
        assertThat(Operator.isContact(text)).isEqualTo(contact);
    }

    private static Finding judge(String text) {
        return ProbingJudge.judge(URL, fetched(text), Optional.of(OURS), NOW);
    }

    private static Optional<ProbingText> later(int days) {
        return Optional.of(ProbingText.of(OPERATOR, HOST, NOW.plusSeconds(days * 86_400L)));
    }

    private static PolicyFetch fetched(String text) {
        return new PolicyFetch.Fetched(text, false, "text/plain; charset=utf-8", List.of());
    }
}
