package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsRptRecord;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;

/// A domain over all its MX hosts; the hosts are those of [World].
class DomainJudgeTest {
    private static final World WORLD = new World();

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # hosts                    , starttls  , tls13     , trusted   , name
        valid                      , YES       , YES       , YES       , YES
        valid plain                , YES       , YES       , YES       , YES
        old                        , YES       , NO        , YES       , YES
        valid old                  , YES       , NO        , YES       , YES
        selfsigned                 , YES       , YES       , NO        , YES
        wrongname                  , YES       , YES       , YES       , NO
        notls                      , NO        , -         , -         , -
        valid notls                , NO        , YES       , YES       , YES
        dead                       , UNMEASURED, UNMEASURED, UNMEASURED, UNMEASURED
        valid dead                 , UNMEASURED, UNMEASURED, UNMEASURED, UNMEASURED
        notls dead                 , NO        , UNMEASURED, UNMEASURED, UNMEASURED
        old selfsigned dead        , UNMEASURED, NO        , NO        , UNMEASURED
        unseen                     , UNMEASURED, UNMEASURED, UNMEASURED, UNMEASURED
        valid unseen               , UNMEASURED, UNMEASURED, UNMEASURED, UNMEASURED
        lookup                     , UNMEASURED, UNMEASURED, UNMEASURED, UNMEASURED
        noservice                  , -         , -         , -         , -
        valid noservice            , YES       , YES       , YES       , YES
        noaddress                  , -         , -         , -         , -
        valid noaddress            , YES       , YES       , YES       , YES
        scanned                    , YES       , YES       , YES       , YES
        """)
    void findingsAreTheConjunctionOverAllHosts(
            String hosts,
            @Nullable Finding starttls,
            @Nullable Finding tls13,
            @Nullable Finding trusted,
            @Nullable Finding name) {
        DomainVerdictRow row = WORLD.domain(Security.SECURE, hosts.split(" "));

        assertThat(row.starttls()).isEqualTo(starttls);
        assertThat(row.tls13()).isEqualTo(tls13);
        assertThat(row.certificateTrusted()).isEqualTo(trusted);
        assertThat(row.certificateName()).isEqualTo(name);
        assertThat(row.mail()).isEqualTo(Finding.YES);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # MX      , hosts                , dane                      , deployed  , cause
        SECURE    , valid                , VALID                     , YES       , -
        SECURE    , valid valid2         , VALID                     , YES       , -
        SECURE    , anchored             , VALID                     , YES       , -
        SECURE    , mismatch             , MISMATCH                  , YES       , NO_MATCH
        SECURE    , valid mismatch       , PARTIAL                   , YES       , SOME_ADDRESSES_FAIL
        SECURE    , valid plain          , PARTIAL                   , YES       , SOME_HOSTS_WITHOUT
        SECURE    , mismatch plain       , MISMATCH                  , YES       , NO_MATCH
        SECURE    , tlsanotls            , STARTTLS_MISSING          , YES       , STARTTLS_NOT_OFFERED
        SECURE    , unusable             , UNUSABLE                  , YES       , NO_USABLE_RECORD
        SECURE    , unusable mismatch    , MISMATCH                  , YES       , NO_MATCH
        SECURE    , plain                , NOT_DEPLOYED              , NO        , -
        SECURE    , plain dead           , NOT_DEPLOYED              , NO        , -
        SECURE    , notls                , NOT_DEPLOYED              , NO        , -
        SECURE    , bogus                , LOOKUP_FAILED             , UNMEASURED, LOOKUP_BOGUS
        SECURE    , valid bogus          , LOOKUP_FAILED             , YES       , LOOKUP_BOGUS
        SECURE    , bogus unseen         , LOOKUP_FAILED             , UNMEASURED, LOOKUP_BOGUS
        SECURE    , mismatch bogus       , FAILS_SOMEWHERE           , YES       , NO_MATCH
        SECURE    , tlsadead             , UNMEASURED                , YES       , NOT_MEASURED
        SECURE    , valid tlsadead       , UNMEASURED                , YES       , NOT_MEASURED
        SECURE    , mismatch tlsadead    , FAILS_SOMEWHERE           , YES       , NO_MATCH
        SECURE    , mismatch unseen      , FAILS_SOMEWHERE           , YES       , NO_MATCH
        SECURE    , mismatch plain unseen, FAILS_SOMEWHERE           , YES       , NO_MATCH
        SECURE    , tlsanotls tlsadead   , FAILS_SOMEWHERE           , YES       , STARTTLS_NOT_OFFERED
        SECURE    , unusable bogus       , FAILS_SOMEWHERE           , YES       , NO_USABLE_RECORD
        SECURE    , valid mismatch bogus , PARTIAL                   , YES       , SOME_ADDRESSES_FAIL
        SECURE    , valid unseen         , UNMEASURED                , YES       , NOT_MEASURED
        SECURE    , plain unseen         , UNMEASURED                , UNMEASURED, NOT_MEASURED
        SECURE    , valid mismatch unseen, PARTIAL                   , YES       , SOME_ADDRESSES_FAIL
        SECURE    , valid noservice      , VALID                     , YES       , -
        SECURE    , valid noaddress      , VALID                     , YES       , -
        SECURE    , noservice            , -                         , -         , -
        SECURE    , noaddress            , -                         , -         , -
        INSECURE  , valid                , HOST_READY_DOMAIN_INSECURE, NO        , MX_INSECURE
        INSECURE  , valid plain          , NOT_DEPLOYED              , NO        , -
        INSECURE  , valid unseen         , NOT_DEPLOYED              , NO        , -
        INSECURE  , mismatch             , NOT_DEPLOYED              , NO        , -
        INSECURE  , dead                 , NOT_DEPLOYED              , NO        , -
        INSECURE  , noaddress            , -                         , -         , -
        SECURE    , scanned              , UNMEASURED                , UNMEASURED, NOT_MEASURED
        INSECURE  , scanned              , NOT_DEPLOYED              , NO        , -
        UNKNOWN   , scanned              , UNMEASURED                , UNMEASURED, NOT_MEASURED
        UNKNOWN   , valid                , UNMEASURED                , UNMEASURED, NOT_MEASURED
        UNKNOWN   , mismatch             , UNMEASURED                , UNMEASURED, NOT_MEASURED
        UNKNOWN   , plain                , NOT_DEPLOYED              , NO        , -
        UNKNOWN   , noaddress            , -                         , -         , -
        """)
    void daneOfADomain(
            Security security,
            String hosts,
            @Nullable DaneStatus dane,
            @Nullable Finding deployed,
            @Nullable DaneCause cause) {
        DomainVerdictRow row = WORLD.domain(security, hosts.split(" "));

        assertThat(row.dane()).isEqualTo(dane);
        assertThat(row.daneDeployed()).isEqualTo(deployed);
        assertThat(row.daneCause()).isEqualTo(cause);
    }

    /// A host without TLSA records is enough for a NO, whatever became of the others; and then nothing but MTA-STS
    /// could authenticate mail, of which there is none here.
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # MX    , hosts                , dane                      , valid
        SECURE  , valid                , VALID                     , YES
        SECURE  , anchored             , VALID                     , YES
        SECURE  , valid noservice      , VALID                     , YES
        SECURE  , valid mismatch       , PARTIAL                   , NO
        SECURE  , mismatch unseen      , FAILS_SOMEWHERE           , NO
        SECURE  , mismatch tlsadead    , FAILS_SOMEWHERE           , NO
        SECURE  , mismatch timeout     , FAILS_SOMEWHERE           , NO
        SECURE  , plain unseen         , UNMEASURED                , NO
        SECURE  , unseen plain         , UNMEASURED                , NO
        SECURE  , plain lookup         , UNMEASURED                , NO
        SECURE  , plain tlsadead       , UNMEASURED                , NO
        SECURE  , plain bogus          , LOOKUP_FAILED             , NO
        SECURE  , plain timeout unseen , LOOKUP_FAILED             , NO
        SECURE  , dead unseen          , UNMEASURED                , NO
        SECURE  , valid unseen         , UNMEASURED                , UNMEASURED
        SECURE  , valid tlsadead       , UNMEASURED                , UNMEASURED
        SECURE  , bogus                , LOOKUP_FAILED             , UNMEASURED
        SECURE  , bogus unseen         , LOOKUP_FAILED             , UNMEASURED
        SECURE  , noaddress unseen     , UNMEASURED                , UNMEASURED
        SECURE  , noaddress            , -                         , -
        INSECURE, valid                , HOST_READY_DOMAIN_INSECURE, NO
        INSECURE, valid unseen         , NOT_DEPLOYED              , NO
        INSECURE, noaddress            , -                         , -
        UNKNOWN , scanned              , UNMEASURED                , UNMEASURED
        UNKNOWN , valid                , UNMEASURED                , UNMEASURED
        UNKNOWN , mismatch             , UNMEASURED                , NO
        UNKNOWN , plain                , NOT_DEPLOYED              , NO
        """)
    void whetherDaneIsValidCanBeToldOfMoreThanTheStatus(
            Security security, String hosts, @Nullable DaneStatus dane, @Nullable Finding valid) {
        DomainVerdictRow row = WORLD.domain(security, hosts.split(" "));

        assertThat(row.dane()).isEqualTo(dane);
        assertThat(row.daneValid()).isEqualTo(valid);
        assertThat(row.authenticated()).isEqualTo(valid == null ? Finding.NO : valid);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # MX    , hosts by preference         , opportunistic, dane         , both
        SECURE  , valid                       , ENCRYPTED    , AUTHENTICATED, AUTHENTICATED
        INSECURE, valid                       , ENCRYPTED    , ENCRYPTED    , ENCRYPTED
        SECURE  , mismatch                    , ENCRYPTED    , DEFERRED     , DEFERRED
        SECURE  , mismatch valid              , ENCRYPTED    , AUTHENTICATED, AUTHENTICATED
        SECURE  , mismatch=valid              , ENCRYPTED    , AUTHENTICATED, AUTHENTICATED
        SECURE  , plain valid                 , ENCRYPTED    , ENCRYPTED    , ENCRYPTED
        SECURE  , plain=valid                 , ENCRYPTED    , ENCRYPTED    , ENCRYPTED
        SECURE  , notls                       , PLAINTEXT    , PLAINTEXT    , PLAINTEXT
        SECURE  , tlsanotls                   , PLAINTEXT    , DEFERRED     , DEFERRED
        SECURE  , tlsanotls notls             , PLAINTEXT    , PLAINTEXT    , PLAINTEXT
        SECURE  , unusable                    , ENCRYPTED    , ENCRYPTED    , ENCRYPTED
        SECURE  , bogus                       , ENCRYPTED    , DEFERRED     , DEFERRED
        SECURE  , timeout                     , ENCRYPTED    , UNMEASURED   , UNMEASURED
        SECURE  , dead                        , UNMEASURED   , UNMEASURED   , UNMEASURED
        SECURE  , dead valid                  , UNMEASURED   , UNMEASURED   , UNMEASURED
        SECURE  , valid dead                  , ENCRYPTED    , AUTHENTICATED, AUTHENTICATED
        SECURE  , valid=dead                  , UNMEASURED   , UNMEASURED   , UNMEASURED
        SECURE  , unseen                      , UNMEASURED   , UNMEASURED   , UNMEASURED
        SECURE  , noservice valid             , ENCRYPTED    , AUTHENTICATED, AUTHENTICATED
        SECURE  , noaddress                   , NO_MAIL      , NO_MAIL      , NO_MAIL
        SECURE  , noservice                   , NO_MAIL      , NO_MAIL      , NO_MAIL
        UNKNOWN , scanned                     , ENCRYPTED    , UNMEASURED   , UNMEASURED
        UNKNOWN , valid                       , ENCRYPTED    , UNMEASURED   , UNMEASURED
        UNKNOWN , mismatch                    , ENCRYPTED    , UNMEASURED   , UNMEASURED
        UNKNOWN , unusable                    , ENCRYPTED    , ENCRYPTED    , ENCRYPTED
        UNKNOWN , plain                       , ENCRYPTED    , ENCRYPTED    , ENCRYPTED
        UNKNOWN , notls                       , PLAINTEXT    , PLAINTEXT    , PLAINTEXT
        UNKNOWN , tlsanotls                   , PLAINTEXT    , UNMEASURED   , UNMEASURED
        """)
    void whatSendersDo(
            Security security,
            String preferences,
            SenderOutcome opportunistic,
            SenderOutcome dane,
            SenderOutcome both) {
        DomainVerdictRow row = WORLD.judge(Seen.domain("example.nl", SenderHosts.mx(security, preferences)));

        assertThat(row.deliveries().opportunistic().outcome()).isEqualTo(opportunistic);
        assertThat(row.deliveries().dane().outcome()).isEqualTo(dane);
        assertThat(row.deliveries().mtaSts().outcome()).isEqualTo(opportunistic);
        assertThat(row.deliveries().both().outcome()).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # MX    , hosts by preference , hosts, accepting, valid, preferred   , backup       , reached
        SECURE  , valid               , 1    , 1        , 1    , VALID       , -            , VALID
        SECURE  , valid=valid2        , 2    , 2        , 2    , VALID       , -            , VALID
        SECURE  , valid valid2        , 2    , 2        , 2    , VALID       , VALID        , VALID
        SECURE  , valid mismatch      , 2    , 2        , 1    , VALID       , MISMATCH     , PARTIAL
        SECURE  , mismatch valid      , 2    , 2        , 1    , MISMATCH    , VALID        , PARTIAL
        SECURE  , valid=plain valid2  , 3    , 3        , 2    , PARTIAL     , VALID        , PARTIAL
        SECURE  , valid plain notls   , 3    , 3        , 1    , VALID       , NOT_DEPLOYED , PARTIAL
        SECURE  , valid tlsadead      , 2    , 1        , 1    , VALID       , UNMEASURED   , VALID
        SECURE  , tlsadead valid      , 2    , 1        , 1    , UNMEASURED  , VALID        , VALID
        SECURE  , valid unseen        , 2    , 1        , 1    , VALID       , UNMEASURED   , VALID
        SECURE  , mismatch=tlsadead valid, 3 , 2        , 1    , FAILS_SOMEWHERE, VALID     , PARTIAL
        SECURE  , valid noservice     , 2    , 1        , 1    , VALID       , -            , VALID
        SECURE  , noservice valid     , 2    , 1        , 1    , -           , VALID        , VALID
        SECURE  , valid valid         , 1    , 1        , 1    , VALID       , -            , VALID
        SECURE  , anchored mismatch   , 2    , 2        , 1    , VALID       , MISMATCH     , PARTIAL
        SECURE  , dead                , 1    , 0        , 0    , NOT_DEPLOYED, -            , -
        SECURE  , noaddress           , 1    , 0        , 0    , -           , -            , -
        INSECURE, valid               , 1    , 1        , 1    , HOST_READY_DOMAIN_INSECURE, -, HOST_READY_DOMAIN_INSECURE
        INSECURE, valid plain         , 2    , 2        , 1    , HOST_READY_DOMAIN_INSECURE, NOT_DEPLOYED, NOT_DEPLOYED
        """)
    void daneOverPartsOfTheHosts(
            Security security,
            String preferences,
            int hosts,
            int accepting,
            int valid,
            @Nullable DaneStatus preferred,
            @Nullable DaneStatus backup,
            @Nullable DaneStatus reached) {
        DomainVerdictRow row = WORLD.judge(Seen.domain("example.nl", SenderHosts.mx(security, preferences)));

        assertThat(row.daneHosts())
                .isEqualTo(new DaneHosts(
                        hosts,
                        accepting,
                        valid,
                        preferred,
                        backup,
                        reached,
                        row.daneHosts().everywhere()));
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(nullValues = "-", textBlock = """
        SECURE  , valid          , YES
        INSECURE, valid          , YES
        INSECURE, valid tlsadead , UNMEASURED
        INSECURE, valid unseen   , UNMEASURED
        INSECURE, dead tlsadead  , NO
        INSECURE, tlsadead plain , NO
        INSECURE, valid plain    , NO
        INSECURE, noservice      , -
        """)
    void whetherDaneIsValidAtEveryHostWhateverTheMxAnswer(
            Security security, String preferences, @Nullable Finding everywhere) {
        DomainVerdictRow row = WORLD.judge(Seen.domain("example.nl", SenderHosts.mx(security, preferences)));

        assertThat(row.daneHosts().everywhere()).isEqualTo(everywhere);
    }

    @Test
    void aDeadAddressOfAHostThatIsReachedElsewhereIsLeftOutOfWhatIsReached() {
        World world = new World();
        HostJudgement valid = world.host("valid");
        world.judge(
                Seen.host(
                        valid.host(),
                        new Answer.Found<>(List.of(Seen.IP4), Security.SECURE, 1),
                        new Answer.Found<>(List.of(Seen.IP6), Security.SECURE, 1),
                        Seen.found(valid.host(), Seen.tlsa(3, 1, 1, World.POLICY))),
                List.of(
                        Seen.smtp(valid.host(), Seen.IP4, Seen.tls(World.POLICY)),
                        Seen.smtp(valid.host(), Seen.IP6, World.UNREACHABLE)));

        DomainVerdictRow row = world.domain(Security.SECURE, "valid");

        assertThat(row.dane()).isEqualTo(DaneStatus.UNMEASURED);
        assertThat(row.daneHosts())
                .isEqualTo(new DaneHosts(1, 1, 0, DaneStatus.UNMEASURED, null, DaneStatus.VALID, Finding.UNMEASURED));
    }

    @Test
    void aDomainWithoutMailHasNoVerdictOnItsTransport() {
        for (MxOutcome mx : List.of(
                new MxOutcome.NoMail(Security.SECURE),
                new MxOutcome.NullMx(Security.SECURE, 300),
                new MxOutcome.NxDomain(Security.SECURE))) {
            DomainVerdictRow row = WORLD.judge(Seen.domain("example.nl", mx));

            assertThat(row.mail()).isEqualTo(Finding.NO);
            assertThat(row.dnssec()).isEqualTo(Finding.YES);
            assertThat(row.starttls()).isNull();
            assertThat(row.dane()).isNull();
            assertThat(row.mtaSts()).isNull();
            assertThat(row.tlsrpt()).isNull();
            assertThat(row.authenticated()).isNull();
            assertThat(row.provider()).isNull();
            assertThat(row.deliveries().both().outcome()).isEqualTo(SenderOutcome.NO_MAIL);
        }
    }

    @Test
    void withoutAnMxAnswerNothingCanBeTold() {
        DomainVerdictRow row =
                WORLD.judge(Seen.domain("example.nl", new MxOutcome.Unmeasured(DnsFailure.TIMEOUT, List.of())));

        assertThat(List.of(row.mail(), row.dnssec(), row.starttls(), row.tlsrpt(), row.authenticated()))
                .containsOnly(Finding.UNMEASURED);
        assertThat(row.dane()).isEqualTo(DaneStatus.UNMEASURED);
        assertThat(row.deliveries().dane().outcome()).isEqualTo(SenderOutcome.UNMEASURED);
    }

    @Test
    void theWorstFailureDecidesWhateverThePreference() {
        DomainVerdictRow row =
                WORLD.judge(Seen.domain("example.nl", SenderHosts.mx(Security.SECURE, "unusable mismatch")));

        assertThat(row.dane()).isEqualTo(DaneStatus.MISMATCH);
        assertThat(row.daneHost()).isEqualTo(World.name("mismatch"));
    }

    @Test
    void aDomainCanBeItsOwnExchange() {
        World world = new World();
        world.judge(
                Seen.host("example.nl", Security.SECURE, new TlsaOutcome.Absent(Security.SECURE)),
                List.of(Seen.smtp("example.nl", Seen.IP4, World.NO_STARTTLS)));

        DomainVerdictRow row = world.judge(Seen.domain("example.nl", new MxOutcome.Implicit(Security.SECURE)));

        assertThat(row.hosts()).containsExactly("example.nl");
        assertThat(row.starttls()).isEqualTo(Finding.NO);
        assertThat(row.selfHosted()).isTrue();
    }

    @Test
    void aNullMxAmongOthersIsPassedOver() {
        DomainVerdictRow row = WORLD.judge(Seen.domain(
                "example.nl",
                new MxOutcome.NullMxMixed(
                        List.of(new MailExchange(0, ""), new MailExchange(10, World.name("valid"))),
                        Security.SECURE,
                        300)));

        assertThat(row.hosts()).containsExactly(World.name("valid"));
        assertThat(row.dane()).isEqualTo(DaneStatus.VALID);
    }

    @Test
    void whereADomainSecurelyLeadsIsAReferenceIdentifierOfDaneTa() {
        String host = World.name("anchored");

        DomainVerdictRow secure =
                WORLD.judge(Seen.aliasDomain("alias.example", Seen.mx(Security.SECURE, host), "example.nl"));
        assertThat(secure.dane()).isEqualTo(DaneStatus.VALID);
        assertThat(secure.deliveries().dane().outcome()).isEqualTo(SenderOutcome.AUTHENTICATED);
        assertThat(secure.deliveries().both().outcome()).isEqualTo(SenderOutcome.AUTHENTICATED);

        DomainVerdictRow elsewhere =
                WORLD.judge(Seen.aliasDomain("alias.example", Seen.mx(Security.SECURE, host), "other.example"));
        assertThat(elsewhere.dane()).isEqualTo(DaneStatus.MISMATCH);

        DomainVerdictRow insecure =
                WORLD.judge(Seen.aliasDomain("alias.example", Seen.mx(Security.INSECURE, host), "example.nl"));
        assertThat(insecure.dane()).isEqualTo(DaneStatus.NOT_DEPLOYED);
    }

    @Test
    void theProviderIsThatOfTheMostPreferredHost() {
        DomainVerdictRow row = WORLD.judge(Seen.domain(
                "example.nl",
                new MxOutcome.Hosts(
                        List.of(
                                new MailExchange(20, "mx.backup.example"),
                                new MailExchange(10, "mx.zeta.example"),
                                new MailExchange(10, "mx.alpha.example")),
                        Security.SECURE,
                        300)));

        assertThat(row.provider()).isEqualTo("alpha.example");
        assertThat(row.selfHosted()).isFalse();
    }

    @Test
    void aHostWithTheCustomersNameIsWhoseItsCertificatesAre() {
        World world = new World();
        Pki.Identity leaf = World.ROOT.issue(Pki.Form.server("mx.google.com"));
        world.with(leaf)
                .judge(
                        Seen.host("mx.example.nl", Security.SECURE, new TlsaOutcome.Absent(Security.SECURE)),
                        List.of(Seen.smtp("mx.example.nl", Seen.IP4, Seen.tls(leaf))));

        DomainVerdictRow row = world.judge(Seen.domain("example.nl", Seen.mx(Security.SECURE, "mx.example.nl")));

        assertThat(row.provider()).isEqualTo("google.com");
        assertThat(row.selfHosted()).isFalse();
    }

    @Test
    void whoRunsTheNameServersIsToldWhateverBecomesOfMail() {
        List<String> servers = List.of("amy.ns.cloudflare.com", "bob.ns.cloudflare.com", "ns1.example.org");

        assertThat(List.of(
                        Seen.mx(Security.SECURE, World.name("valid")),
                        new MxOutcome.NoMail(Security.SECURE),
                        new MxOutcome.NullMx(Security.SECURE, 300),
                        new MxOutcome.Unmeasured(DnsFailure.TIMEOUT, List.of())))
                .map(mx -> WORLD.judge(Seen.domain("example.nl", mx, servers)).dnsOperators())
                .containsOnly(List.of("cloudflare.net", "example.org"));
        assertThat(WORLD.domain(Security.SECURE, "valid").dnsOperators())
                .as("nobody knows the name servers")
                .isNull();
    }

    @Test
    void addressesOfAFamilyThatNobodyReachedAreLeftOut() {
        var host = Seen.host(
                "dual.example",
                new Answer.Found<>(List.of(Seen.IP4), Security.SECURE, 1),
                new Answer.Found<>(List.of(Seen.IP6), Security.SECURE, 1),
                new TlsaOutcome.Absent(Security.SECURE));
        var seen = List.of(
                Seen.smtp("dual.example", Seen.IP4, World.NO_STARTTLS),
                Seen.smtp("dual.example", Seen.IP6, World.UNREACHABLE));
        var certificates = Certificates.of(List.of());
        Judge ofIpv4 = new Judge(TestCrawl.roots(), TestCrawl.PROVIDERS, Reach.of(seen), Previous.NONE);
        var only6 = Seen.host(
                "six.example",
                new Answer.NoData<>(Security.SECURE),
                new Answer.Found<>(List.of(Seen.IP6), Security.SECURE, 1),
                new TlsaOutcome.Absent(Security.SECURE));

        assertThat(Reach.of(seen)).isEqualTo(new Reach(true, false));
        assertThat(ofIpv4.judgeHost(host, seen, certificates).summary().starttls())
                .isEqualTo(Finding.NO);
        assertThat(ofIpv4.judgeHost(host, seen, certificates).summary().measured())
                .isEqualTo(1);
        assertThat(ofIpv4.judgeHost(only6, List.of(), certificates).summary().starttls())
                .isEqualTo(Finding.UNMEASURED);
    }

    @Test
    void anAddressThatNobodyTriedIsUnmeasured() {
        var judgement = new World()
                .judge(
                        Seen.host(
                                "two.example",
                                new Answer.Found<>(List.of(Seen.IP4, "192.0.2.2"), Security.SECURE, 1),
                                new Answer.NoData<>(Security.SECURE),
                                new TlsaOutcome.Absent(Security.SECURE)),
                        List.of(Seen.smtp("two.example", Seen.IP4, Seen.tls(World.POLICY))));

        assertThat(judgement.addresses()).hasSize(2);
        assertThat(judgement.summary().starttls()).isEqualTo(Finding.UNMEASURED);
    }

    @ParameterizedTest
    @CsvSource({"valid, YES", "multiple, NO", "malformed, NO", "absent, NO", "failed, UNMEASURED", "unasked, UNMEASURED"
    })
    void tlsReporting(String kind, Finding finding) {
        RecordOutcome<TlsRptRecord> record = switch (kind) {
            case "valid" -> new RecordOutcome.Valid<>(new TlsRptRecord(List.of("mailto:a@b.nl")), "text");
            case "multiple" -> new RecordOutcome.Multiple<>(List.of("one", "two"));
            case "malformed" -> new RecordOutcome.Malformed<>("text", "no rua");
            case "absent" -> new RecordOutcome.Absent<>();
            case "failed" -> new RecordOutcome.Unmeasured<>(DnsFailure.TIMEOUT);
            default -> new RecordOutcome.NotAsked<>();
        };

        DomainVerdictRow row = WORLD.judge(Seen.domain(
                "example.nl",
                Seen.mx(Security.SECURE, World.name("valid")),
                new RecordOutcome.Absent<>(),
                new PolicyFetch.NotAsked(),
                record));

        assertThat(row.tlsrpt()).isEqualTo(finding);
    }
}
