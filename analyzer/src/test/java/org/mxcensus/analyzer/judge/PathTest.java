package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        "example.nl, mx.example.nl, false"
    })
    void wildcardsStandForTheLeftmostLabel(String presented, String reference, boolean matches) {
        assertThat(Names.match(List.of(presented), reference)).isEqualTo(matches);
    }

    private static Trust judge(List<Identity> chain) {
        Chain sent = Chain.of(
                chain.stream().map(Identity::sha256).toList(),
                Certificates.of(chain.stream().map(Identity::observed).toList()));
        return PathJudge.judge(sent, TestCrawl.roots(ROOT), Pki.NOW);
    }
}
