package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.schema.TrustFault;

/// Chains to a trusted root (RFC 5280 §6) and names of servers (RFC 9525 §6).
class PathTest {
    private static final Identity ROOT = Pki.root("root");
    private static final Identity INTERMEDIATE = ROOT.issue(Form.authority("intermediate"));
    private static final Identity LEAF = INTERMEDIATE.issue(Form.server("mx.example.nl"));
    private static final Identity OTHER = Pki.root("other");
    private static final Identity NAMESAKE = Pki.root("root");
    private static final Identity PAST = INTERMEDIATE.issue(
            Form.server("mx.example.nl").valid(Pki.NOW.minus(Duration.ofDays(9)), Pki.NOW.minus(Duration.ofDays(1))));
    private static final Identity FUTURE = INTERMEDIATE.issue(
            Form.server("mx.example.nl").valid(Pki.NOW.plus(Duration.ofDays(1)), Pki.NOW.plus(Duration.ofDays(9))));
    private static final Identity PAST_INTERMEDIATE = ROOT.issue(Form.authority("past intermediate")
            .valid(Pki.NOW.minus(Duration.ofDays(9)), Pki.NOW.minus(Duration.ofDays(1))));
    private static final Identity SELF_SIGNED = Pki.selfSigned(Form.server("mx.example.nl"));
    private static final Identity NO_AUTHORITY = ROOT.issue(Form.server("ca.example"));

    static Stream<Arguments> untrusted() {
        return Stream.of(
                Arguments.of("no intermediate", List.of(LEAF), TrustFault.UNKNOWN_ISSUER),
                Arguments.of(
                        "a root that nobody trusts",
                        List.of(OTHER.issue(Form.server("mx.example.nl")), OTHER),
                        TrustFault.UNKNOWN_ISSUER),
                Arguments.of("self-signed", List.of(SELF_SIGNED), TrustFault.SELF_SIGNED),
                Arguments.of("expired", List.of(PAST, INTERMEDIATE), TrustFault.EXPIRED),
                Arguments.of("not yet valid", List.of(FUTURE, INTERMEDIATE), TrustFault.NOT_YET_VALID),
                Arguments.of(
                        "an expired intermediate",
                        List.of(PAST_INTERMEDIATE.issue(Form.server("mx.example.nl")), PAST_INTERMEDIATE),
                        TrustFault.EXPIRED),
                Arguments.of(
                        "signed by a namesake of the root",
                        List.of(NAMESAKE.issue(Form.server("mx.example.nl"))),
                        TrustFault.BAD_SIGNATURE),
                Arguments.of(
                        "issued by what is no authority",
                        List.of(NO_AUTHORITY.issue(Form.server("mx.example.nl")), NO_AUTHORITY),
                        TrustFault.NOT_PERMITTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untrusted")
    void chainsThatLeadToNoTrustedRoot(String what, List<Identity> chain, TrustFault fault) {
        assertThat(judge(chain)).as(what).isEqualTo(new Trust.Untrusted(fault));
    }

    static Stream<Arguments> trusted() {
        return Stream.of(
                Arguments.of("as it should be", List.of(LEAF, INTERMEDIATE)),
                Arguments.of("with the root", List.of(LEAF, INTERMEDIATE, ROOT)),
                Arguments.of("in the wrong order", List.of(LEAF, ROOT, INTERMEDIATE)),
                Arguments.of("strangers among them", List.of(LEAF, OTHER, INTERMEDIATE)),
                Arguments.of("directly below the root", List.of(ROOT.issue(Form.server("mx.example.nl")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trusted")
    void chainsThatLeadToTheRoot(String what, List<Identity> chain) {
        assertThat(judge(chain)).as(what).isEqualTo(new Trust.Trusted());
    }

    @Test
    void withoutAnyRootNothingIsTrusted() {
        Chain chain = Chain.of(List.of(LEAF.sha256()), Certificates.of(List.of(LEAF.observed())));

        assertThat(PathJudge.judge(chain, TestCrawl.roots(), Pki.NOW))
                .isEqualTo(new Trust.Untrusted(TrustFault.UNKNOWN_ISSUER));
    }

    @Test
    void whatIsNotStoredCannotBeJudged() {
        assertThat(PathJudge.judge(
                        Chain.of(List.of(LEAF.sha256()), Certificates.of(List.of())), TestCrawl.roots(ROOT), Pki.NOW))
                .isEqualTo(new Trust.Unknown());
    }

    @Test
    void aLeafThatIsNoCertificateIsMalformed() {
        CertificateObservation noise = new CertificateObservation("00", new byte[] {1, 2, 3});

        assertThat(PathJudge.judge(
                        Chain.of(List.of("00"), Certificates.of(List.of(noise))), TestCrawl.roots(ROOT), Pki.NOW))
                .isEqualTo(new Trust.Untrusted(TrustFault.MALFORMED));
    }

    @Test
    void theRootsOfTheJdkAreThere() {
        assertThat(TrustRoots.ofJdk().size()).isGreaterThan(50);
        assertThat(TrustRoots.ofJdk().version())
                .isEqualTo(TrustRoots.ofJdk().version())
                .startsWith("jdk-");
    }

    @ParameterizedTest
    @CsvSource({
        "mx.example.nl, mx.example.nl, true",
        "MX.Example.NL, mx.example.nl, true",
        "*.example.nl, mx.example.nl, true",
        "*.example.nl, a.mx.example.nl, false",
        "*.example.nl, example.nl, false",
        "m*.example.nl, mx.example.nl, false",
        "mx.*.nl, mx.example.nl, false",
        "*.nl, example.nl, false",
        "*, localhost, false",
        "example.nl, mx.example.nl, false",
        "mx.example.nl, MX.example.nl., true",
        "mx.example.nl., mx.example.nl, false",
        "*.example.nl, xn--bcher-kva.example.nl, true",
        "bücher.example.nl, xn--bcher-kva.example.nl, false",
        "xn--*.example.nl, xn--bcher-kva.example.nl, false",
        "*.*.nl, mx.example.nl, false",
        "*..example.nl, mx.example.nl, false",
        "*.example.nl, .example.nl, false",
        "*example.nl, mx.example.nl, false",
        "192.0.2.1, 192.0.2.1, false",
        "*.0.2.1, 192.0.2.1, false",
        "mx.example.nl\0.evil.example, mx.example.nl, false",
        "'', '', false",
        "'*.', 'mx.', false"
    })
    void wildcardsStandForTheLeftmostLabel(String presented, String reference, boolean matches) {
        assertThat(Names.match(List.of(presented), reference)).isEqualTo(matches);
    }

    @Test
    void aWildcardNeverCoversMoreThanOneLabelWhateverTheNames() {
        Random random = new Random(9525);
        for (int i = 0; i < 20_000; i++) {
            String parent = name(random, 2 + random.nextInt(3));
            String label = name(random, 1);

            assertThat(Names.match(List.of("*." + parent), label + "." + parent))
                    .isTrue();
            assertThat(Names.match(List.of("*." + parent), parent)).isFalse();
            assertThat(Names.match(List.of("*." + parent), name(random, 2) + "." + parent))
                    .isFalse();
            assertThat(Names.match(List.of(label + "." + parent), parent)).isFalse();
            assertThat(Names.match(
                            List.of((label + "." + parent).toUpperCase(Locale.ROOT)), label + "." + parent + "."))
                    .isTrue();
        }
    }

    private static String name(Random random, int labels) {
        return IntStream.range(0, labels)
                .mapToObj(_ -> (char) ('a' + random.nextInt(26)) + Integer.toString(random.nextInt(1_296), 36))
                .collect(Collectors.joining("."));
    }

    @Test
    void anExpiredRootIsNoRootAnyMore() {
        Identity past = Pki.selfSigned(Form.authority("past root")
                .valid(Pki.NOW.minus(Duration.ofDays(9)), Pki.NOW.minus(Duration.ofDays(1))));
        Identity leaf = past.issue(Form.server("mx.example.nl"));

        assertThat(PathJudge.judge(
                        Chain.of(List.of(leaf.sha256()), Certificates.of(List.of(leaf.observed()))),
                        TestCrawl.roots(past),
                        Pki.NOW))
                .isEqualTo(new Trust.Untrusted(TrustFault.EXPIRED));
    }

    @Test
    void aServerThatIsItsOwnRootIsTrusted() {
        assertThat(PathJudge.judge(
                        Chain.of(List.of(SELF_SIGNED.sha256()), Certificates.of(List.of(SELF_SIGNED.observed()))),
                        TestCrawl.roots(SELF_SIGNED),
                        Pki.NOW))
                .isEqualTo(new Trust.Trusted());
    }

    @Test
    void aPathOfFortyCertificatesLeadsToTheRoot() {
        List<Identity> chain = new ArrayList<>();
        Identity authority = ROOT;
        for (int i = 0; i < 39; i++) {
            authority = authority.issue(Form.authority("intermediate " + i));
            chain.addFirst(authority);
        }
        chain.addFirst(authority.issue(Form.server("mx.example.nl")));

        assertThat(judge(chain)).isEqualTo(new Trust.Trusted());
    }

    /// Forty authorities of one name, each with a key of its own: more ways than any judge can try.
    @Test
    @Timeout(60)
    void aMazeOfCertificatesHasAnEnd() {
        List<Identity> maze = new ArrayList<>();
        maze.add(Pki.root("maze").issue(Form.server("mx.example.nl")));
        for (int i = 0; i < 40; i++) {
            maze.add(Pki.root("maze"));
        }

        assertThat(judge(maze)).isEqualTo(new Trust.Untrusted(TrustFault.UNKNOWN_ISSUER));
    }

    @Test
    void aPathIsFoundBehindANamesakeThatLeadsNowhere() {
        Identity namesake = OTHER.issue(Form.authority("intermediate"));

        assertThat(judge(List.of(LEAF, namesake, INTERMEDIATE))).isEqualTo(new Trust.Trusted());
    }

    @Test
    void theVersionOfTheRootsDependsOnTheirContentAlone() {
        assertThat(TestCrawl.roots(ROOT, OTHER).version())
                .isEqualTo(TestCrawl.roots(OTHER, ROOT).version())
                .isNotEqualTo(TestCrawl.roots(ROOT).version());
    }

    @Test
    void rootsOfOneNameAreTriedInTheOrderOfTheirDigests() {
        Identity[] namesakes =
                IntStream.range(0, 9).mapToObj(_ -> Pki.root("one name")).toArray(Identity[]::new);

        assertThat(TestCrawl.roots(namesakes).named(namesakes[0].certificate().getSubjectX500Principal()).stream()
                        .map(anchor -> Pki.observed(anchor.getTrustedCert()).sha256()))
                .hasSize(9)
                .isSorted();
    }

    @Test
    void rootsAreReadFromPem() throws Exception {
        String pem = Stream.of(ROOT, OTHER)
                .map(root -> "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(root.der())
                        + "\n-----END CERTIFICATE-----\n")
                .collect(Collectors.joining());

        TrustRoots roots = TrustRoots.ofPem(pem.getBytes(StandardCharsets.US_ASCII));

        assertThat(roots.size()).isEqualTo(2);
        assertThat(roots.contains(ROOT.certificate())).isTrue();
        assertThat(roots.version()).matches("file, 2 roots, sha256:[0-9a-f]{16}");
    }

    @Test
    void aNamesakeOfTheRootHasIssuedNothing() {
        assertThat(TestCrawl.roots(ROOT).hasIssuerOf(INTERMEDIATE.certificate()))
                .isTrue();
        assertThat(TestCrawl.roots(NAMESAKE).hasIssuerOf(INTERMEDIATE.certificate()))
                .isFalse();
        assertThat(new Issuers(TestCrawl.roots(NAMESAKE), Certificates.of(List.of())).of(INTERMEDIATE.certificate()))
                .isEmpty();
    }

    @Test
    void ofIssuersOfOneNameTheOneThatHasSignedIsInThePath() {
        Identity namesake = OTHER.issue(Form.authority("intermediate"));
        Chain.Parsed chain =
                new Chain.Parsed(LEAF.certificate(), List.of(namesake.certificate(), INTERMEDIATE.certificate()));

        assertThat(chain.path()).containsExactly(LEAF.certificate(), INTERMEDIATE.certificate());
    }

    @Test
    void amongAuthoritiesThereAreNoServers() {
        Certificates seen = Certificates.of(List.of(LEAF.observed(), INTERMEDIATE.observed()));

        assertThat(seen.authorities(
                        INTERMEDIATE.certificate().getSubjectX500Principal().getName()))
                .containsExactly(INTERMEDIATE.der());
        assertThat(seen.authorities(LEAF.certificate().getSubjectX500Principal().getName()))
                .isEmpty();
    }

    private static Trust judge(List<Identity> chain) {
        Chain sent = Chain.of(
                chain.stream().map(Identity::sha256).toList(),
                Certificates.of(chain.stream().map(Identity::observed).toList()));
        return PathJudge.judge(sent, TestCrawl.roots(ROOT), Pki.NOW);
    }
}
