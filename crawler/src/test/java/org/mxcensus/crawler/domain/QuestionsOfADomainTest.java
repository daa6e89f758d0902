package org.mxcensus.crawler.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.crawler.dns.DnsClient;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.dns.ScriptedDns;
import org.mxcensus.crawler.dns.ScriptedServer;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.xbill.DNS.Rcode;

/// How many questions a domain of each kind costs, in a crawl of a list, of a zone file, and of one with hints.
class QuestionsOfADomainTest {
    /// What looking for the addresses of a policy host takes.
    private static final int POLICY_HOST = 2;

    private enum Kind {
        MX,
        EVERYTHING,
        NULL_MX,
        OWN_IPV4,
        OWN_IPV6,
        NO_MAIL,
        WILDCARD,
        MISSING,
        BROKEN
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # kind    , list, zone, zone with hints
        MX        , 6   , 5   , 8
        EVERYTHING, 8   , 7   , 10
        NULL_MX   , 6   , 5   , 8
        OWN_IPV4  , 7   , 6   , 9
        OWN_IPV6  , 8   , 7   , 10
        NO_MAIL   , 8   , 7   , 10
        WILDCARD  , 6   , 5   , 9
        MISSING   , 1   , 1   , 1
        BROKEN    , 4   , 4   , 4
        """)
    void aDomainOfThisKindCosts(Kind kind, int list, int zone, int withHints) {
        assertThat(cost(kind, false, true)).isEqualTo(list);
        assertThat(cost(kind, false, false)).isEqualTo(zone);
        assertThat(cost(kind, true, false)).isEqualTo(withHints);
    }

    private static int cost(Kind kind, boolean hints, boolean nameServers) {
        DomainConfig config = new DomainConfig(hints, nameServers, "here");
        PolicyFetcher policies =
                any -> new PolicyVisit(new PolicyFetch.NoAddress(), Optional.empty(), List.of(), POLICY_HOST);
        try (ScriptedServer server = dns(kind).serve();
                Resolver resolver =
                        DnsClient.open(ResolverConfig.of(List.of(server.address())), Clock.systemUTC(), none -> {})) {
            return new DomainProbe(resolver, policies, config, new Random(1), Clock.systemUTC())
                    .probe("a.example")
                    .observation()
                    .queries();
        }
    }

    private static ScriptedDns dns(Kind kind) {
        ScriptedDns dns = new ScriptedDns();
        return switch (kind) {
            case MX -> dns.records("a.example MX 10 mx.a.example.");
            case EVERYTHING ->
                dns.records(
                        "a.example MX 10 mx.a.example.",
                        "a.example TXT \"v=spf1 mx -all\"",
                        "_dmarc.a.example TXT \"v=DMARC1; p=reject\"",
                        "_mta-sts.a.example TXT \"v=STSv1; id=7\"",
                        "_smtp._tls.a.example TXT \"v=TLSRPTv1; rua=mailto:t@a.example\"",
                        "s1._domainkey.a.example TXT \"v=DKIM1; p=\"");
            case NULL_MX -> dns.records("a.example MX 0 .");
            case OWN_IPV4 -> dns.records("a.example A 192.0.2.1", "a.example AAAA 2001:db8::1");
            case OWN_IPV6 -> dns.records("a.example AAAA 2001:db8::1");
            case NO_MAIL -> dns.records("a.example TXT x");
            case WILDCARD -> dns.records("a.example MX 10 mx.a.example.", "*.a.example A 192.0.2.1");
            case MISSING -> dns.records("b.example A 192.0.2.1");
            case BROKEN -> dns.failing("a.example", "MX", Rcode.SERVFAIL).failing("a.example", "TXT", Rcode.SERVFAIL);
        };
    }
}
