package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.HostVerdictRow;

/// Why records do not match: each mistake, and what comes near it and is none.
class MismatchCausesTest {
    private static final String HOST = "mx.example.nl";
    private static final Identity ROOT = Pki.root("root of causes");
    private static final Identity INTERMEDIATE = ROOT.issue(Form.authority("intermediate of causes"));
    private static final Identity LEAF = INTERMEDIATE.issue(Form.server(HOST));
    private static final Identity OLD_INTERMEDIATE = ROOT.issue(Form.authority("old intermediate of causes"));
    private static final Identity OLD = OLD_INTERMEDIATE.issue(Form.server(HOST));
    private static final Identity OTHER = Pki.root("other");
    private static final Identity EXPIRED = INTERMEDIATE.issue(
            Form.server(HOST).valid(Pki.NOW.minus(Duration.ofDays(90)), Pki.NOW.minus(Duration.ofDays(1))));
    private static final Identity ELSEWHERE = INTERMEDIATE.issue(Form.server("elsewhere.example"));

    private static final List<Identity> NOW = List.of(LEAF, INTERMEDIATE);
    private static final List<Identity> THEN = List.of(OLD, OLD_INTERMEDIATE);
    private static final String R3_KEY = "8d02536c887482bc34ff54e41d2ba659bf85b341a0a20afadb5813dcfbcf286d";

    /// @param then what the crawl before saw; both empty where there was none
    record Case(
            String what,
            DaneCause cause,
            List<TlsaRecord> records,
            List<Identity> chain,
            List<TlsaRecord> recordsThen,
            List<Identity> then) {
        @Override
        public String toString() {
            return cause + ": " + what;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                        sent(),
                        shadowed(),
                        usages(),
                        selectors(),
                        matchingTypes(),
                        slips(),
                        rollOvers(),
                        authorities(),
                        precedence())
                .flatMap(List::stream);
    }

    private static List<Case> sent() {
        return List.of(
                now(
                        "an expired leaf below the anchor",
                        DaneCause.EXPIRED,
                        List.of(EXPIRED, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                now(
                        "another name below the anchor",
                        DaneCause.NAME,
                        List.of(ELSEWHERE, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                now(
                        "the root without what lies between",
                        DaneCause.PATH_INVALID,
                        List.of(LEAF, ROOT),
                        Seen.tlsa(2, 1, 1, ROOT)),
                now(
                        "an authority that has nothing to do with the leaf",
                        DaneCause.PATH_INVALID,
                        List.of(LEAF, INTERMEDIATE, OTHER),
                        Seen.tlsa(2, 0, 1, OTHER)));
    }

    private static List<Case> shadowed() {
        return List.of(
                now("3", DaneCause.SHADOWED, NOW, Seen.tlsa(3, 1, 1, LEAF), Seen.tlsa(3, 1, 2, OTHER)),
                now("2", DaneCause.SHADOWED, NOW, Seen.tlsa(2, 0, 1, INTERMEDIATE), Seen.tlsa(2, 0, 2, OTHER)),
                now(
                        "the weaker one would not match either",
                        DaneCause.NO_MATCH,
                        NOW,
                        Seen.tlsa(3, 1, 1, OLD),
                        Seen.tlsa(3, 1, 2, OTHER)));
    }

    private static List<Case> usages() {
        return List.of(
                now("the leaf's key under 2", DaneCause.WRONG_USAGE, NOW, Seen.tlsa(2, 1, 1, LEAF)),
                now("the leaf under 2, in full", DaneCause.WRONG_USAGE, NOW, Seen.tlsa(2, 0, 0, LEAF)),
                now("an authority's key under 3", DaneCause.WRONG_USAGE, NOW, Seen.tlsa(3, 1, 1, INTERMEDIATE)),
                now("an authority under 3, by SHA-512", DaneCause.WRONG_USAGE, NOW, Seen.tlsa(3, 0, 2, INTERMEDIATE)),
                now("the leaf under 2, sent alone", DaneCause.WRONG_USAGE, List.of(LEAF), Seen.tlsa(2, 1, 1, LEAF)),
                now(
                        "another server's under 3, sent beside",
                        DaneCause.NO_MATCH,
                        List.of(LEAF, INTERMEDIATE, ELSEWHERE),
                        Seen.tlsa(3, 1, 1, ELSEWHERE)),
                now("an authority that is not sent", DaneCause.NO_MATCH, NOW, Seen.tlsa(3, 1, 1, ROOT)),
                // RFC 7672 §3.1.3: usages of the Web PKI, unusable for SMTP.
                now("the leaf under 1", DaneCause.WRONG_USAGE, NOW, Seen.tlsa(1, 1, 1, LEAF)),
                now("an authority under 0", DaneCause.WRONG_USAGE, NOW, Seen.tlsa(0, 0, 1, INTERMEDIATE)),
                now("the leaf under an unknown one", DaneCause.WRONG_USAGE, NOW, Seen.tlsa(4, 1, 1, LEAF)),
                now("1 that fits nothing", DaneCause.NO_USABLE_RECORD, NOW, Seen.tlsa(1, 1, 1, OTHER)),
                now(
                        "the leaf under 1 beside a stale one",
                        DaneCause.WRONG_USAGE,
                        NOW,
                        Seen.tlsa(1, 1, 1, LEAF),
                        Seen.tlsa(3, 1, 1, OTHER)));
    }

    private static List<Case> selectors() {
        return List.of(
                now("the key under 0", DaneCause.WRONG_SELECTOR, NOW, as(3, 0, 1, Seen.tlsa(3, 1, 1, LEAF))),
                now("the certificate under 1", DaneCause.WRONG_SELECTOR, NOW, as(3, 1, 2, Seen.tlsa(3, 0, 2, LEAF))),
                now("an authority's", DaneCause.WRONG_SELECTOR, NOW, as(2, 0, 1, Seen.tlsa(2, 1, 1, INTERMEDIATE))),
                now("an unknown one", DaneCause.WRONG_SELECTOR, NOW, as(3, 2, 1, Seen.tlsa(3, 1, 1, LEAF))),
                now("of another key", DaneCause.NO_MATCH, NOW, as(3, 0, 1, Seen.tlsa(3, 1, 1, OLD))));
    }

    private static List<Case> matchingTypes() {
        return List.of(
                now("SHA-256 under 2", DaneCause.WRONG_MATCHING_TYPE, NOW, as(3, 1, 2, Seen.tlsa(3, 1, 1, LEAF))),
                now("SHA-512 under 1", DaneCause.WRONG_MATCHING_TYPE, NOW, as(3, 1, 1, Seen.tlsa(3, 1, 2, LEAF))),
                now("SHA-256 under 0", DaneCause.WRONG_MATCHING_TYPE, NOW, as(3, 0, 0, Seen.tlsa(3, 0, 1, LEAF))),
                now("the whole under 1", DaneCause.WRONG_MATCHING_TYPE, NOW, as(3, 1, 1, Seen.tlsa(3, 1, 0, LEAF))),
                now("an unknown one", DaneCause.WRONG_MATCHING_TYPE, NOW, as(3, 1, 9, Seen.tlsa(3, 1, 1, LEAF))),
                now("of another key", DaneCause.NO_USABLE_RECORD, NOW, as(3, 1, 2, Seen.tlsa(3, 1, 1, OLD))),
                now(
                        "SHA-256 under 2 beside a stale one",
                        DaneCause.WRONG_MATCHING_TYPE,
                        NOW,
                        as(2, 1, 2, Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                        Seen.tlsa(3, 1, 1, OLD)));
    }

    private static List<Case> slips() {
        String pem = pem("CERTIFICATE", LEAF.der());
        String key = pem("PUBLIC KEY", LEAF.spki());
        return List.of(
                now("one digit", DaneCause.MISTYPED, NOW, wrong(Seen.tlsa(3, 1, 1, LEAF), 7)),
                now("two digits", DaneCause.MISTYPED, NOW, wrong(Seen.tlsa(3, 0, 2, LEAF), 0, 127)),
                now("two that changed places", DaneCause.MISTYPED, NOW, swapped(Seen.tlsa(3, 1, 1, LEAF))),
                now("an authority's", DaneCause.MISTYPED, NOW, wrong(Seen.tlsa(2, 1, 1, INTERMEDIATE), 5)),
                now("three digits", DaneCause.NO_MATCH, NOW, wrong(Seen.tlsa(3, 1, 1, LEAF), 1, 2, 3)),
                now("one of another key's", DaneCause.NO_MATCH, NOW, wrong(Seen.tlsa(3, 1, 1, OLD), 1)),
                now(
                        "one digit of the leaf's under 2",
                        DaneCause.ANCHOR_NOT_SENT,
                        NOW,
                        wrong(Seen.tlsa(2, 1, 1, LEAF), 1)),
                now("a digit too few", DaneCause.NO_USABLE_RECORD, NOW, cut(Seen.tlsa(3, 1, 1, LEAF))),
                now("SHA-256", DaneCause.EMPTY_INPUT, NOW, digest(3, 1, 1, "")),
                now("SHA-512", DaneCause.EMPTY_INPUT, NOW, digest(3, 0, 2, "")),
                now("under 2", DaneCause.EMPTY_INPUT, NOW, digest(2, 1, 1, "")),
                now("of a line feed", DaneCause.NO_MATCH, NOW, digest(3, 1, 1, "\n")),
                now("the certificate's file", DaneCause.PEM_TEXT, NOW, digest(3, 0, 1, pem)),
                now("without the last line end", DaneCause.PEM_TEXT, NOW, digest(3, 0, 1, pem.stripTrailing())),
                now("of Windows", DaneCause.PEM_TEXT, NOW, digest(3, 0, 2, pem.replace("\n", "\r\n"))),
                now("the key's file", DaneCause.PEM_TEXT, NOW, digest(3, 1, 1, key)),
                now(
                        "the key's file of Windows without the last line end",
                        DaneCause.PEM_TEXT,
                        NOW,
                        digest(3, 1, 1, key.replace("\n", "\r\n").stripTrailing())),
                now(
                        "an authority's file",
                        DaneCause.PEM_TEXT,
                        NOW,
                        digest(2, 0, 1, pem("CERTIFICATE", INTERMEDIATE.der()))),
                now(
                        "the file of another certificate",
                        DaneCause.NO_MATCH,
                        NOW,
                        digest(3, 0, 1, pem("CERTIFICATE", OLD.der()))));
    }

    private static List<Case> rollOvers() {
        TlsaRecord old = Seen.tlsa(3, 1, 1, OLD);
        TlsaRecord next = Seen.tlsa(3, 1, 1, OTHER);
        return List.of(
                since("the leaf's key", DaneCause.ROLLOVER_LATE, List.of(old), NOW, List.of(old), THEN),
                since(
                        "an authority",
                        DaneCause.ROLLOVER_LATE,
                        List.of(Seen.tlsa(2, 0, 1, OLD_INTERMEDIATE)),
                        NOW,
                        List.of(Seen.tlsa(2, 0, 1, OLD_INTERMEDIATE)),
                        THEN),
                since(
                        "records that came when the certificate had gone",
                        DaneCause.ROLLOVER_LATE,
                        List.of(old),
                        NOW,
                        List.of(),
                        THEN),
                since("records of neither", DaneCause.NO_MATCH, List.of(next), NOW, List.of(old), THEN),
                since(
                        "an authority that is still in charge, and not sent any more",
                        DaneCause.ANCHOR_NOT_SENT,
                        List.of(Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                        List.of(LEAF),
                        List.of(Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                        NOW),
                since(
                        "new records",
                        DaneCause.ROLLOVER_EARLY,
                        List.of(next),
                        NOW,
                        List.of(Seen.tlsa(3, 1, 1, LEAF)),
                        NOW),
                since(
                        "new records of usage 2",
                        DaneCause.ROLLOVER_EARLY,
                        List.of(Seen.tlsa(2, 1, 1, OLD_INTERMEDIATE)),
                        NOW,
                        List.of(Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                        NOW),
                since("new records after wrong ones", DaneCause.NO_MATCH, List.of(next), NOW, List.of(old), NOW),
                since(
                        "records of then that came before their certificate",
                        DaneCause.NO_MATCH,
                        List.of(next),
                        NOW,
                        List.of(Seen.tlsa(3, 1, 1, LEAF)),
                        THEN),
                since("the first records", DaneCause.NO_MATCH, List.of(next), NOW, List.of(), NOW),
                since("both are new", DaneCause.NO_MATCH, List.of(next), NOW, List.of(old), THEN));
    }

    private static List<Case> authorities() {
        TlsaRecord retired = new TlsaRecord(2, 1, 1, R3_KEY);
        return List.of(
                now("R3 of Let's Encrypt", DaneCause.RETIRED_CA, NOW, retired),
                now("under 3 it names nobody's certificate", DaneCause.NO_MATCH, NOW, as(3, 1, 1, retired)),
                now("as the digest of a certificate neither", DaneCause.ANCHOR_NOT_SENT, NOW, as(2, 0, 1, retired)),
                now("the root", DaneCause.ANCHOR_NOT_SENT, NOW, Seen.tlsa(2, 1, 1, ROOT)),
                now("the issuer", DaneCause.ANCHOR_NOT_SENT, List.of(LEAF), Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                now("what nobody knows", DaneCause.ANCHOR_NOT_SENT, NOW, Seen.tlsa(2, 1, 1, OTHER)),
                now(
                        "another authority, though everything is sent",
                        DaneCause.NO_MATCH,
                        List.of(LEAF, INTERMEDIATE, ROOT),
                        Seen.tlsa(2, 1, 1, OTHER)));
    }

    private static List<Case> precedence() {
        TlsaRecord old = Seen.tlsa(3, 1, 1, OLD);
        return List.of(
                since(
                        "the new key under a wrong usage, beside the old one",
                        DaneCause.WRONG_USAGE,
                        List.of(old, Seen.tlsa(2, 1, 1, LEAF)),
                        NOW,
                        List.of(old),
                        THEN),
                since(
                        "the new key behind the old one's stronger digest",
                        DaneCause.SHADOWED,
                        List.of(Seen.tlsa(3, 1, 1, LEAF), Seen.tlsa(3, 1, 2, OLD)),
                        NOW,
                        List.of(Seen.tlsa(3, 1, 2, OLD)),
                        THEN),
                since(
                        "expired where it stands",
                        DaneCause.EXPIRED,
                        List.of(Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                        List.of(EXPIRED, INTERMEDIATE),
                        List.of(Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                        List.of(EXPIRED, INTERMEDIATE)),
                since(
                        "a record that was to replace the old one",
                        DaneCause.EMPTY_INPUT,
                        List.of(old, digest(3, 1, 1, "")),
                        NOW,
                        List.of(old),
                        THEN));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFirstMistakeWithEvidenceIsTheCause(Case given) {
        HostVerdictRow row = judge(given);

        assertThat(row.daneCause()).isEqualTo(given.cause());
        assertThat(row.dane())
                .isEqualTo(
                        given.records().stream().anyMatch(TlsaRules::usable)
                                ? DaneStatus.MISMATCH
                                : DaneStatus.UNUSABLE);
    }

    /// The list holds for crawls from the day after the last certificate of the authority has ended.
    @ParameterizedTest
    @MethodSource("daysOfR3")
    void anAuthorityIsRetiredFromItsDayOn(String at, boolean retired) {
        Mismatch mismatch = new Mismatch(
                List.of(new TlsaRecord(2, 1, 1, R3_KEY)),
                new Chain.Parsed(LEAF.certificate(), List.of()),
                Instant.parse(at),
                Optional.empty(),
                new Issuers(TestCrawl.roots(), Certificates.of(List.of())));

        assertThat(RetiredAuthorities.named(mismatch)).isEqualTo(retired);
    }

    static Stream<Arguments> daysOfR3() {
        return Stream.of(
                Arguments.of("2022-01-01T00:00:00Z", false),
                Arguments.of("2025-09-15T23:59:59Z", false),
                Arguments.of("2025-09-16T00:00:00Z", true));
    }

    /// A digest that lost a character on its way into the list would never be found.
    @Test
    void theListOfRetiredAuthoritiesHoldsWholeDigests() throws IOException {
        try (InputStream in = RetiredAuthorities.class.getResourceAsStream("retired-authorities.txt")) {
            assertThat(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#")))
                    .hasSizeGreaterThan(20)
                    .allMatch(line -> line.matches(
                            "20\\d\\d-\\d\\d-\\d\\d [01] (1 [0-9a-f]{64}|2 [0-9a-f]{128}) Let's Encrypt .+"));
        }
    }

    /// Without anybody's help it may always be that the anchor was only not sent; with it one can tell.
    @Test
    void knownIssuersTellWhetherTheAnchorLiesAboveWhatWasSent() {
        Issuers known = new Issuers(TestCrawl.roots(ROOT), Certificates.of(observed(List.of(INTERMEDIATE))));
        Issuers unknown = new Issuers(TestCrawl.roots(), Certificates.of(List.of()));

        assertThat(Anchors.notSent(leafAlone(INTERMEDIATE, known))).isTrue();
        assertThat(Anchors.notSent(leafAlone(ROOT, known))).isTrue();
        assertThat(Anchors.notSent(leafAlone(OTHER, known))).isFalse();
        assertThat(Anchors.notSent(leafAlone(OTHER, unknown))).isTrue();
    }

    /// Few paths have more than three intermediates.
    @Test
    void anAnchorIsLookedForFourCertificatesAboveAndNoFurther() {
        List<Identity> above = new ArrayList<>(List.of(Pki.root("top of many")));
        while (above.size() < 5) {
            above.addFirst(above.getFirst().issue(Form.authority("one of many " + above.size())));
        }
        Identity leaf = above.getFirst().issue(Form.server(HOST));
        Issuers known = new Issuers(TestCrawl.roots(), Certificates.of(observed(above)));

        assertThat(Anchors.notSent(alone(leaf, above.get(3), known))).isTrue();
        assertThat(Anchors.notSent(alone(leaf, above.get(4), known))).isFalse();
    }

    private static Mismatch leafAlone(Identity anchor, Issuers issuers) {
        return alone(LEAF, anchor, issuers);
    }

    private static Mismatch alone(Identity leaf, Identity anchor, Issuers issuers) {
        return new Mismatch(
                List.of(Seen.tlsa(2, 1, 1, anchor)),
                new Chain.Parsed(leaf.certificate(), List.of()),
                Pki.NOW,
                Optional.empty(),
                issuers);
    }

    static HostVerdictRow judge(Case given) {
        Identity[] sent = given.chain().toArray(Identity[]::new);
        return new Judge(TestCrawl.roots(), TestCrawl.PROVIDERS, Reach.BOTH, previous(given))
                .judgeHost(
                        Seen.host(
                                HOST,
                                Security.SECURE,
                                Seen.found(HOST, given.records().toArray(TlsaRecord[]::new))),
                        List.of(Seen.smtp(HOST, Seen.IP4, Seen.tls(sent))),
                        Certificates.of(observed(given.chain())))
                .addresses()
                .getFirst()
                .row();
    }

    private static Previous previous(Case given) {
        if (given.then().isEmpty()) {
            return Previous.NONE;
        }
        List<String> chain = given.then().stream().map(Identity::sha256).toList();
        return new Previous() {
            @Override
            public Optional<Host> host(String host) {
                return Optional.of(new Host(given.recordsThen(), Map.of(Seen.IP4, chain)));
            }

            @Override
            public Optional<Policy> policy(String domain) {
                return Optional.empty();
            }

            @Override
            public Certificates certificates() {
                return Certificates.of(observed(given.then()));
            }
        };
    }

    private static List<CertificateObservation> observed(Collection<Identity> identities) {
        return identities.stream().map(Identity::observed).toList();
    }

    private static Case now(String what, DaneCause cause, List<Identity> chain, TlsaRecord... records) {
        return new Case(what, cause, List.of(records), chain, List.of(), List.of());
    }

    private static Case since(
            String what,
            DaneCause cause,
            List<TlsaRecord> records,
            List<Identity> chain,
            List<TlsaRecord> recordsThen,
            List<Identity> then) {
        return new Case(what, cause, records, chain, recordsThen, then);
    }

    private static TlsaRecord as(int usage, int selector, int matching, TlsaRecord record) {
        return new TlsaRecord(usage, selector, matching, record.data());
    }

    private static TlsaRecord digest(int usage, int selector, int matching, String text) {
        return new TlsaRecord(
                usage,
                selector,
                matching,
                Pki.hash(matching == 1 ? "SHA-256" : "SHA-512", text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static TlsaRecord wrong(TlsaRecord record, int... places) {
        char[] digits = record.data().toCharArray();
        Arrays.stream(places).forEach(place -> digits[place] = digits[place] == '0' ? 'f' : '0');
        return new TlsaRecord(record.usage(), record.selector(), record.matching(), new String(digits));
    }

    private static TlsaRecord swapped(TlsaRecord record) {
        String data = record.data();
        int place = 0;
        while (data.charAt(place) == data.charAt(place + 1)) {
            place++;
        }
        String swapped =
                data.substring(0, place) + data.charAt(place + 1) + data.charAt(place) + data.substring(place + 2);
        return new TlsaRecord(record.usage(), record.selector(), record.matching(), swapped);
    }

    private static TlsaRecord cut(TlsaRecord record) {
        return new TlsaRecord(
                record.usage(),
                record.selector(),
                record.matching(),
                record.data().substring(2));
    }

    /// As OpenSSL writes it: 64 digits a line, line feeds.
    private static String pem(String label, byte[] der) {
        StringBuilder lines = new StringBuilder("-----BEGIN " + label + "-----\n");
        String base64 = Base64.getEncoder().encodeToString(der);
        for (int i = 0; i < base64.length(); i += 64) {
            lines.append(base64, i, Math.min(base64.length(), i + 64)).append('\n');
        }
        return lines + "-----END " + label + "-----\n";
    }
}
