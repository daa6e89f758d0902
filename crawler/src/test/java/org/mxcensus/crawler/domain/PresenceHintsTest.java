package org.mxcensus.crawler.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.dns.DnsClient;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.dns.ScriptedDns;
import org.mxcensus.crawler.dns.ScriptedServer;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.xbill.DNS.Rcode;

/// What the answers for `_domainkey`, `_openpgpkey` and `_smimecert` say of what lies beneath them.
class PresenceHintsTest {
    private static final DomainConfig WITH_HINTS = new DomainConfig(true, false, "here");

    private final ScriptedDns dns = new ScriptedDns().records("a.example MX 10 mx.a.example.");

    @Test
    void aNameWithSomethingBeneathExistsAndTheOthersDoNot() {
        dns.records("s1._domainkey.a.example TXT \"v=DKIM1; p=\"");
        assertThat(probe("a.example")).containsExactly(Hint.PRESENT, Hint.ABSENT, Hint.ABSENT);
    }

    @Test
    void aDenialOfOneShowsThatTheZoneDeniesSoNoNameIsMadeUp() {
        dns.records("s1._domainkey.a.example TXT x", "h._smimecert.a.example TXT x");
        assertThat(probe("a.example")).containsExactly(Hint.PRESENT, Hint.ABSENT, Hint.PRESENT);
        assertThat(dns.asked())
                .containsExactlyInAnyOrder(
                        "a.example MX",
                        "a.example TXT",
                        "_dmarc.a.example TXT",
                        "_mta-sts.a.example TXT",
                        "_smtp._tls.a.example TXT",
                        "_domainkey.a.example A",
                        "_openpgpkey.a.example A",
                        "_smimecert.a.example A");
    }

    @Test
    void whereAllThreeExistANameMadeUpDecides() {
        dns.records("a._domainkey.a.example TXT x", "a._openpgpkey.a.example TXT x", "a._smimecert.a.example TXT x");
        assertThat(probe("a.example")).containsExactly(Hint.PRESENT, Hint.PRESENT, Hint.PRESENT);
        assertThat(dns.asked()).hasSize(5 + 3 + 1).contains(madeUp() + " A");
    }

    @Test
    void whereEveryNameExistsNoneSaysAnything() {
        dns.denyingNothingBelow("a.example").records("s1._domainkey.a.example TXT x");
        assertThat(probe("a.example")).containsExactly(Hint.UNRELIABLE, Hint.UNRELIABLE, Hint.UNRELIABLE);
    }

    @Test
    void whereAWildcardAnswersNoneSaysAnything() {
        dns.records("*.a.example A 192.0.2.1", "s1._domainkey.a.example TXT x");
        assertThat(probe("a.example")).containsExactly(Hint.UNRELIABLE, Hint.UNRELIABLE, Hint.UNRELIABLE);
    }

    @Test
    void norWhereAWildcardOfAnotherTypeDoes() {
        dns.records("*.a.example MX 10 mx.a.example.");
        assertThat(probe("a.example")).containsExactly(Hint.UNRELIABLE, Hint.UNRELIABLE, Hint.UNRELIABLE);
    }

    @Test
    void anAliasSaysNothingOfWhatLiesBeneathIt() {
        dns.records("_domainkey.a.example CNAME keys.example.", "keys.example A 192.0.2.1");
        dns.records("_smimecert.a.example CNAME gone.example.");
        assertThat(probe("a.example")).containsExactly(Hint.UNRELIABLE, Hint.ABSENT, Hint.UNRELIABLE);
    }

    @Test
    void aWildcardThatIsAnAliasIsAWildcard() {
        dns.records("*.a.example CNAME gone.example.", "s1._domainkey.a.example TXT x");
        assertThat(probe("a.example")).containsExactly(Hint.UNRELIABLE, Hint.UNRELIABLE, Hint.UNRELIABLE);
    }

    @Test
    void aRecordAtTheNameItselfMakesItExistToo() {
        dns.records("_domainkey.a.example A 192.0.2.1");
        assertThat(probe("a.example")).containsExactly(Hint.PRESENT, Hint.ABSENT, Hint.ABSENT);
    }

    @Test
    void aFailedQuestionIsUnmeasured() {
        dns.records("s1._domainkey.a.example TXT x").failing("_openpgpkey.a.example", "A", Rcode.REFUSED);
        assertThat(probe("a.example")).containsExactly(Hint.PRESENT, Hint.UNMEASURED, Hint.ABSENT);
    }

    @Test
    void whereTheNameMadeUpCannotBeLookedUpWhatExistsIsUnmeasured() {
        dns.denyingNothingBelow("a.example").failing(madeUp(), "A", Rcode.REFUSED);
        assertThat(probe("a.example")).containsExactly(Hint.UNMEASURED, Hint.UNMEASURED, Hint.UNMEASURED);
        assertThat(dns.asked()).contains(madeUp() + " A");
    }

    @Test
    void nothingIsAskedBelowADomainThatDoesNotExist() {
        assertThat(probe("b.example")).containsExactly(Hint.NOT_ASKED, Hint.NOT_ASKED, Hint.NOT_ASKED);
        assertThat(dns.asked()).containsExactly("b.example MX");
    }

    @Test
    void norOfAZoneThatDoesNotAnswer() {
        dns.failing("a.example", "MX", Rcode.REFUSED).failing("a.example", "TXT", Rcode.REFUSED);
        assertThat(probe("a.example")).containsExactly(Hint.UNMEASURED, Hint.UNMEASURED, Hint.UNMEASURED);
        assertThat(dns.asked()).containsExactly("a.example MX", "a.example TXT");
    }

    @Test
    void nothingIsAskedUnlessWanted() {
        dns.records("s1._domainkey.a.example TXT x");
        assertThat(probe("a.example", new DomainConfig(false, false, "here")))
                .containsExactly(Hint.NOT_ASKED, Hint.NOT_ASKED, Hint.NOT_ASKED);
        assertThat(dns.asked()).noneMatch(question -> question.endsWith(" A"));
    }

    /// The first name that this seed makes up.
    private static String madeUp() {
        return new RandomLabel(new Random(1)).next() + ".a.example";
    }

    private List<Hint> probe(String domain) {
        return probe(domain, WITH_HINTS);
    }

    private List<Hint> probe(String domain, DomainConfig config) {
        PolicyFetcher nobody = any -> PolicyVisit.of(new PolicyFetch.NoAddress());
        try (ScriptedServer server = dns.serve();
                Resolver resolver =
                        DnsClient.open(ResolverConfig.of(List.of(server.address())), Clock.systemUTC(), none -> {})) {
            DomainObservation seen = new DomainProbe(resolver, nobody, config, new Random(1), Clock.systemUTC())
                    .probe(domain)
                    .observation();
            assertThat(seen.queries()).isEqualTo(dns.asked().size());
            return List.of(seen.dkim(), seen.openpgpkey(), seen.smimea());
        }
    }
}
