package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DaneCause;

class DaneCauseTest {
    private static final String HOST = "mx.example.nl";
    private static final Identity LEAF = Pki.selfSigned(Form.server(HOST));
    private static final Identity RSA = Pki.selfSigned(Form.server(HOST).rsa(2048));

    @Test
    void everyCauseComesAbout() {
        Set<DaneCause> given = Stream.of(mismatches(), lookups(), servers(), domains())
                .flatMap(causes -> causes)
                .collect(Collectors.toSet());

        assertThat(given).containsExactlyInAnyOrder(DaneCause.values());
    }

    private static Stream<DaneCause> mismatches() {
        return MismatchCausesTest.cases()
                .map(MismatchCausesTest::judge)
                .map(row -> Objects.requireNonNull(row.daneCause()));
    }

    private static Stream<DaneCause> lookups() {
        return Stream.concat(
                Arrays.stream(DnsFailure.values())
                        .map(failure -> cause(new TlsaOutcome.Failed(HOST, failure, List.of()), Seen.tls(LEAF))),
                Stream.of(cause(
                        new TlsaOutcome.FoundInsecure(HOST, List.of(Seen.tlsa(3, 1, 1, LEAF)), 300), Seen.tls(LEAF))));
    }

    private static Stream<DaneCause> servers() {
        TlsaOutcome right = Seen.found(HOST, Seen.tlsa(3, 1, 1, LEAF));
        SecondLook look = new SecondLook(SecondLook.Purpose.OTHER_KEY, Seen.tls(RSA));
        return Stream.of(
                cause(right, new SmtpOutcome.StartTlsNotOffered()),
                cause(right, new SmtpOutcome.StartTlsRefused(new SmtpReply(554, "no"))),
                cause(
                        right,
                        new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("handshake_failure"), "")),
                cause(right, Seen.tls()),
                cause(right, Seen.tls(LEAF), look),
                cause(Seen.found(HOST, Seen.tlsa(3, 1, 1, RSA)), Seen.tls(LEAF), look));
    }

    private static Stream<DaneCause> domains() {
        World world = new World();
        return Stream.of(
                        world.domain(Security.SECURE, "valid", "mismatch"),
                        world.domain(Security.SECURE, "valid", "plain"),
                        world.domain(Security.SECURE, "valid", "unseen"),
                        world.domain(Security.INSECURE, "valid"))
                .map(row -> Objects.requireNonNull(row.daneCause()));
    }

    private static DaneCause cause(TlsaOutcome tlsa, SmtpOutcome outcome, SecondLook... looks) {
        SmtpObservation seen = Seen.smtp(HOST, Seen.IP4, outcome).lookedAtAgain(List.of(looks));
        return Objects.requireNonNull(new Judge(TestCrawl.roots(), TestCrawl.PROVIDERS, Reach.BOTH, Previous.NONE)
                .judgeHost(
                        Seen.host(HOST, Security.SECURE, tlsa),
                        List.of(seen),
                        Certificates.of(List.of(LEAF.observed(), RSA.observed())))
                .addresses()
                .getFirst()
                .row()
                .daneCause());
    }
}
