package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.Finding;

/// Who issued the certificates that MX hosts show, and whether these name the next-hop domain.
class ShownCertificatesTest {
    private static final String HOST = World.name("own");
    private static final Identity OTHER = Pki.root("other root,O=Other Trust");

    private final World world = new World();

    @Test
    void anIssuerIsItsOrganisationElseItsCommonName() {
        assertThat(issuers(leaf(OTHER))).containsExactly("Other Trust");
        assertThat(issuers(leaf(World.ROOT))).containsExactly("trusted root");
    }

    @Test
    void ofAllAddressesEachIssuerStandsOnceInOrder() {
        Identity first = leaf(World.ROOT);
        Identity second = leaf(OTHER);

        assertThat(issuers(first, second)).containsExactly("Other Trust", "trusted root");
        assertThat(issuers(first, leaf(World.ROOT))).containsExactly("trusted root");
    }

    @Test
    void aCertificateThatItsOwnKeyHasSignedHasTheWordForIt() {
        assertThat(issuers(Pki.selfSigned(Form.server(HOST)))).containsExactly("self-signed");
        assertThat(issuers(leaf(Pki.root("whoever,O=self-signed")))).containsExactly("\"self-signed\"");
        assertThat(issuers(Pki.root("namesake").issue(Form.server(HOST).named("namesake"))))
                .containsExactly("namesake");
    }

    @Test
    void whereNothingSpeaksTlsThereIsNoIssuerAndOfALostCertificateNoneIsTold() {
        assertThat(world.host("notls").summary().issuers()).isNull();
        assertThat(world.host("dead").summary().issuers()).isNull();
        assertThat(world.host("noservice").summary().issuers()).isNull();
        assertThat(world.host("lookup").summary().issuers()).isNull();
        assertThat(judged(Seen.tls(leaf(OTHER))).summary().issuers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # hosts              , issuers
        valid                , trusted root
        valid selfsigned     , self-signed;trusted root
        selfsigned valid     , self-signed;trusted root
        valid valid2         , trusted root
        valid dead notls     , trusted root
        notls dead unseen    , -
        noservice            , -
        """)
    void ofADomainThoseOfItsHosts(String hosts, @Nullable String issuers) {
        assertThat(world.domain(Security.SECURE, hosts.split(" ")).issuers())
                .isEqualTo(issuers == null ? null : List.of(issuers.split(";")));
    }

    /// The certificate of `anchored` names the domain.
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # hosts              , named
        anchored             , YES
        anchored notls       , YES
        anchored noservice   , YES
        valid                , NO
        anchored valid       , NO
        valid dead           , NO
        valid unseen         , NO
        anchored dead        , UNMEASURED
        anchored unseen      , UNMEASURED
        anchored lookup      , UNMEASURED
        dead                 , UNMEASURED
        notls                , -
        noservice            , -
        """)
    void everyCertificateMustNameTheDomain(String hosts, @Nullable Finding named) {
        assertThat(world.domain(Security.SECURE, hosts.split(" ")).nextHopName())
                .isEqualTo(named);
        assertThat(world.domain(Security.INSECURE, hosts.split(" ")).nextHopName())
                .as("whatever DNSSEC says")
                .isEqualTo(named);
    }

    @Test
    void theSameHostsNameOneDomainAndNotAnother() {
        MxOutcome mx = Seen.mx(Security.SECURE, World.name("anchored"));

        assertThat(world.judge(Seen.domain("example.nl", mx)).nextHopName()).isEqualTo(Finding.YES);
        assertThat(world.judge(Seen.domain("other.nl", mx)).nextHopName()).isEqualTo(Finding.NO);
        assertThat(world.judge(Seen.domain("www.example.nl", mx)).nextHopName()).isEqualTo(Finding.NO);
    }

    @ParameterizedTest
    @CsvSource({"Example.NL, YES", "*.nl, NO", "*.example.nl, NO", "mx.example.nl, NO"})
    void theNameIsComparedAsRfc9525Has(String name, Finding named) {
        judged(World.ROOT.issue(Form.server("mail.example", name)));

        assertThat(world.domain(Security.SECURE, "own").nextHopName()).isEqualTo(named);
    }

    @Test
    void aCommonNameDoesNotCountAndALostCertificateTellsNothing() {
        judged(World.ROOT.issue(Form.server().named("example.nl")));
        assertThat(world.domain(Security.SECURE, "own").nextHopName()).isEqualTo(Finding.NO);

        judged(Seen.tls(leaf(OTHER)));
        assertThat(world.domain(Security.SECURE, "own").nextHopName()).isEqualTo(Finding.UNMEASURED);
    }

    private static Identity leaf(Identity issuer) {
        return issuer.issue(Form.server(HOST));
    }

    /// Those of a host with an address for each certificate.
    private @Nullable List<String> issuers(Identity... leaves) {
        return judged(leaves).summary().issuers();
    }

    private HostJudgement judged(Identity... leaves) {
        world.with(leaves);
        return judged(List.of(leaves).stream().map(Seen::tls).toArray(SmtpOutcome[]::new));
    }

    private HostJudgement judged(SmtpOutcome... outcomes) {
        List<String> ips = List.of(Seen.IP4, "192.0.2.2").subList(0, outcomes.length);
        HostObservation host = Seen.host(
                HOST,
                new Answer.Found<>(ips, Security.SECURE, 1),
                new Answer.NoData<>(Security.SECURE),
                new TlsaOutcome.Absent(Security.SECURE));
        return world.judge(
                host,
                ips.stream()
                        .map(ip -> Seen.smtp(HOST, ip, outcomes[ips.indexOf(ip)]))
                        .toList());
    }
}
