package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.TlsFailure;

/// What becomes of mail, and what a sender would report (RFC 8460 §4.3); the hosts are those of [SenderHosts].
class SendersTest {
    private static final SenderHosts HOSTS = new SenderHosts();

    private static final List<String> POLICIES =
            List.of("-", "enforce", "testing", "none", "uncovered", "fetch", "webpki", "syntax", "several", "lookup");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # hosts by preference, opportunistic, reason                , host
        valid                , ENCRYPTED    , -                     , valid
        mismatch             , ENCRYPTED    , -                     , mismatch
        selfsigned           , ENCRYPTED    , -                     , selfsigned
        notls                , PLAINTEXT    , STARTTLS_NOT_SUPPORTED, notls
        handshake            , PLAINTEXT    , VALIDATION_FAILURE    , handshake
        valid notls          , ENCRYPTED    , -                     , valid
        valid=notls          , PLAINTEXT    , STARTTLS_NOT_SUPPORTED, notls
        valid=valid2         , ENCRYPTED    , -                     , valid
        dead valid           , UNMEASURED   , -                     , dead
        unseen               , UNMEASURED   , -                     , unseen
        noservice valid      , ENCRYPTED    , -                     , valid
        noservice            , NO_MAIL      , -                     , -
        noaddress            , NO_MAIL      , -                     , -
        """)
    void anOpportunisticSenderTakesWhatThereIs(
            String hosts, SenderOutcome outcome, @Nullable TlsFailure reason, @Nullable String host) {
        assertThat(deliveries(Security.SECURE, hosts, "-").opportunistic()).isEqualTo(delivery(outcome, reason, host));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # MX    , hosts by preference, DANE         , reason                   , host
        SECURE  , valid              , AUTHENTICATED, -                        , valid
        SECURE  , mismatch           , DEFERRED     , TLSA_INVALID             , mismatch
        SECURE  , tlsaname           , DEFERRED     , CERTIFICATE_HOST_MISMATCH, tlsaname
        SECURE  , tlsaexpired        , DEFERRED     , CERTIFICATE_EXPIRED      , tlsaexpired
        SECURE  , tlsapath           , DEFERRED     , CERTIFICATE_NOT_TRUSTED  , tlsapath
        SECURE  , nocertificate      , DEFERRED     , VALIDATION_FAILURE       , nocertificate
        SECURE  , tlsahandshake      , DEFERRED     , VALIDATION_FAILURE       , tlsahandshake
        SECURE  , tlsanotls          , DEFERRED     , STARTTLS_NOT_SUPPORTED   , tlsanotls
        SECURE  , bogus              , DEFERRED     , DNSSEC_INVALID           , bogus
        SECURE  , timeout            , UNMEASURED   , -                        , timeout
        SECURE  , tlsadead           , UNMEASURED   , -                        , tlsadead
        SECURE  , unusable           , ENCRYPTED    , TLSA_INVALID             , unusable
        SECURE  , plain              , ENCRYPTED    , -                        , plain
        SECURE  , notls              , PLAINTEXT    , STARTTLS_NOT_SUPPORTED   , notls
        SECURE  , mismatch valid     , AUTHENTICATED, TLSA_INVALID             , valid
        SECURE  , valid=mismatch     , AUTHENTICATED, TLSA_INVALID             , valid
        SECURE  , valid mismatch     , AUTHENTICATED, -                        , valid
        SECURE  , mismatch bogus     , DEFERRED     , TLSA_INVALID             , mismatch
        SECURE  , bogus mismatch     , DEFERRED     , DNSSEC_INVALID           , bogus
        SECURE  , tlsanotls notls    , PLAINTEXT    , STARTTLS_NOT_SUPPORTED   , notls
        SECURE  , mismatch plain     , ENCRYPTED    , TLSA_INVALID             , plain
        SECURE  , mismatch unseen    , UNMEASURED   , TLSA_INVALID             , unseen
        SECURE  , mismatch noservice , DEFERRED     , TLSA_INVALID             , mismatch
        SECURE  , noaddress          , NO_MAIL      , -                        , -
        # RFC 7672 §2.2.1: nothing of it counts where the MX answer is insecure.
        INSECURE, valid              , ENCRYPTED    , -                        , valid
        INSECURE, mismatch           , ENCRYPTED    , -                        , mismatch
        INSECURE, tlsanotls          , PLAINTEXT    , STARTTLS_NOT_SUPPORTED   , tlsanotls
        INSECURE, bogus              , ENCRYPTED    , -                        , bogus
        """)
    void aSenderWithDane(
            Security security,
            String hosts,
            SenderOutcome outcome,
            @Nullable TlsFailure reason,
            @Nullable String host) {
        Deliveries deliveries = deliveries(security, hosts, "-");

        assertThat(deliveries.dane()).isEqualTo(delivery(outcome, reason, host));
        assertThat(deliveries.both()).isEqualTo(delivery(outcome, reason, host));
        if (security == Security.SECURE) {
            assertThat(deliveries.postfix()).isEqualTo(delivery(outcome, reason, host));
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # hosts of an unsigned domain, Postfix   , reason                , host
        valid                        , ENCRYPTED , -                     , valid
        mismatch                     , DEFERRED  , TLSA_INVALID          , mismatch
        mismatch valid               , ENCRYPTED , TLSA_INVALID          , valid
        tlsanotls                    , DEFERRED  , STARTTLS_NOT_SUPPORTED, tlsanotls
        tlsahandshake                , DEFERRED  , VALIDATION_FAILURE    , tlsahandshake
        unusable                     , ENCRYPTED , TLSA_INVALID          , unusable
        bogus                        , DEFERRED  , DNSSEC_INVALID        , bogus
        timeout                      , UNMEASURED, -                     , timeout
        plain                        , ENCRYPTED , -                     , plain
        handshake                    , PLAINTEXT , VALIDATION_FAILURE    , handshake
        notls                        , PLAINTEXT , STARTTLS_NOT_SUPPORTED, notls
        """)
    void postfixGoesByTheHostsOfUnsignedDomainsToo(
            String hosts, SenderOutcome outcome, @Nullable TlsFailure reason, @Nullable String host) {
        assertThat(deliveries(Security.INSECURE, hosts, "-").postfix()).isEqualTo(delivery(outcome, reason, host));
    }

    @Test
    void postfixTakesAnyAliasOfTheDomainForAReferenceIdentifier() {
        MxOutcome mx = Seen.mx(Security.INSECURE, World.name("anchored"));

        assertThat(HOSTS.judge(Seen.aliasDomain("alias.example", mx, "example.nl"))
                        .deliveries()
                        .postfix())
                .isEqualTo(delivery(SenderOutcome.ENCRYPTED, null, "anchored"));
        assertThat(HOSTS.judge(Seen.aliasDomain("alias.example", mx, "other.example"))
                        .deliveries()
                        .postfix())
                .isEqualTo(delivery(SenderOutcome.DEFERRED, TlsFailure.CERTIFICATE_HOST_MISMATCH, "anchored"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # hosts by preference, policy   , MTA-STS      , reason                   , host
        valid                , enforce  , AUTHENTICATED, -                        , valid
        selfsigned           , enforce  , DEFERRED     , CERTIFICATE_NOT_TRUSTED  , selfsigned
        wrongname            , enforce  , DEFERRED     , CERTIFICATE_HOST_MISMATCH, wrongname
        expired              , enforce  , DEFERRED     , CERTIFICATE_EXPIRED      , expired
        nocertificate        , enforce  , DEFERRED     , VALIDATION_FAILURE       , nocertificate
        notls                , enforce  , DEFERRED     , STARTTLS_NOT_SUPPORTED   , notls
        handshake            , enforce  , DEFERRED     , VALIDATION_FAILURE       , handshake
        dead                 , enforce  , UNMEASURED   , -                        , dead
        selfsigned valid     , enforce  , AUTHENTICATED, CERTIFICATE_NOT_TRUSTED  , valid
        valid selfsigned     , enforce  , AUTHENTICATED, -                        , valid
        valid                , uncovered, DEFERRED     , VALIDATION_FAILURE       , valid
        noaddress            , enforce  , NO_MAIL      , -                        , -
        valid                , testing  , ENCRYPTED    , -                        , valid
        selfsigned           , testing  , ENCRYPTED    , CERTIFICATE_NOT_TRUSTED  , selfsigned
        wrongname            , testing  , ENCRYPTED    , CERTIFICATE_HOST_MISMATCH, wrongname
        notls                , testing  , PLAINTEXT    , STARTTLS_NOT_SUPPORTED   , notls
        valid=selfsigned     , testing  , ENCRYPTED    , CERTIFICATE_NOT_TRUSTED  , selfsigned
        selfsigned           , none     , ENCRYPTED    , -                        , selfsigned
        notls                , none     , PLAINTEXT    , STARTTLS_NOT_SUPPORTED   , notls
        # RFC 8461 §3.3: without a policy, as if there was none.
        valid                , fetch    , ENCRYPTED    , STS_POLICY_FETCH_ERROR   , valid
        selfsigned           , webpki   , ENCRYPTED    , STS_WEBPKI_INVALID       , selfsigned
        valid                , syntax   , ENCRYPTED    , STS_POLICY_INVALID       , valid
        notls                , fetch    , PLAINTEXT    , STS_POLICY_FETCH_ERROR   , notls
        selfsigned           , several  , ENCRYPTED    , -                        , selfsigned
        selfsigned           , -        , ENCRYPTED    , -                        , selfsigned
        selfsigned           , lookup   , UNMEASURED   , -                        , selfsigned
        """)
    void aSenderWithMtaSts(
            String hosts,
            @Nullable String policy,
            SenderOutcome outcome,
            @Nullable TlsFailure reason,
            @Nullable String host) {
        Deliveries deliveries = deliveries(Security.INSECURE, hosts, Objects.requireNonNullElse(policy, "-"));

        assertThat(deliveries.mtaSts()).isEqualTo(delivery(outcome, reason, host));
        assertThat(deliveries.mtaStsWarm()).isEqualTo(delivery(outcome, reason, host));
        // RFC 7672 §2.2.1: the MX answer is insecure, so that MTA-STS alone counts.
        assertThat(deliveries.both()).isEqualTo(delivery(outcome, reason, host));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # hosts by preference, policy   , both         , reason                 , host
        valid                , enforce  , AUTHENTICATED, -                      , valid
        valid                , uncovered, AUTHENTICATED, -                      , valid
        valid                , fetch    , AUTHENTICATED, -                      , valid
        # RFC 8461 §2: a failure of DANE is final.
        mismatch             , enforce  , DEFERRED     , TLSA_INVALID           , mismatch
        mismatch plain       , enforce  , AUTHENTICATED, TLSA_INVALID           , plain
        bogus                , enforce  , DEFERRED     , DNSSEC_INVALID         , bogus
        timeout              , enforce  , UNMEASURED   , -                      , timeout
        unusable             , enforce  , ENCRYPTED    , TLSA_INVALID           , unusable
        plain                , enforce  , AUTHENTICATED, -                      , plain
        plain                , uncovered, DEFERRED     , VALIDATION_FAILURE     , plain
        plain                , testing  , ENCRYPTED    , -                      , plain
        selfsigned           , enforce  , DEFERRED     , CERTIFICATE_NOT_TRUSTED, selfsigned
        selfsigned valid     , enforce  , AUTHENTICATED, CERTIFICATE_NOT_TRUSTED, valid
        plain                , syntax   , ENCRYPTED    , STS_POLICY_INVALID     , plain
        plain                , lookup   , UNMEASURED   , -                      , plain
        valid                , lookup   , AUTHENTICATED, -                      , valid
        """)
    void aSenderWithBoth(
            String hosts, String policy, SenderOutcome outcome, @Nullable TlsFailure reason, @Nullable String host) {
        assertThat(deliveries(Security.SECURE, hosts, policy).both()).isEqualTo(delivery(outcome, reason, host));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # kept , days ago, id now , fetched now, host      , MTA-STS      , reason
        -      , -       , same   , enforce    , valid     , AUTHENTICATED, -
        -      , -       , same   , fetch      , selfsigned, ENCRYPTED    , STS_POLICY_FETCH_ERROR
        # RFC 8461 §3.3: what was kept applies where there is no live policy, as long as its max_age of 30 days lasts.
        enforce, 29      , other  , fetch      , selfsigned, DEFERRED     , STS_POLICY_FETCH_ERROR
        enforce, 29      , other  , fetch      , valid     , AUTHENTICATED, STS_POLICY_FETCH_ERROR
        enforce, 29      , other  , syntax     , valid     , AUTHENTICATED, STS_POLICY_INVALID
        enforce, 29      , other  , webpki     , valid     , AUTHENTICATED, STS_WEBPKI_INVALID
        enforce, 30      , other  , fetch      , selfsigned, ENCRYPTED    , STS_POLICY_FETCH_ERROR
        enforce, 31      , other  , fetch      , selfsigned, ENCRYPTED    , STS_POLICY_FETCH_ERROR
        enforce, 29      , absent , fetch      , selfsigned, DEFERRED     , CERTIFICATE_NOT_TRUSTED
        enforce, 29      , several, fetch      , selfsigned, DEFERRED     , CERTIFICATE_NOT_TRUSTED
        enforce, 31      , absent , fetch      , selfsigned, ENCRYPTED    , -
        # Whether there is another one by now cannot be told.
        enforce, 29      , lookup , fetch      , selfsigned, UNMEASURED   , -
        enforce, 31      , lookup , fetch      , selfsigned, UNMEASURED   , -
        enforce, 29      , other  , unreachable, valid     , UNMEASURED   , -
        enforce, 29      , same   , unreachable, valid     , AUTHENTICATED, -
        enforce, 31      , other  , unreachable, valid     , UNMEASURED   , -
        testing, 29      , absent , fetch      , selfsigned, ENCRYPTED    , CERTIFICATE_NOT_TRUSTED
        none   , 29      , absent , fetch      , selfsigned, ENCRYPTED    , -
        # RFC 8461 §3.1: nothing is fetched under an id that is known already.
        enforce, 29      , same   , fetch      , valid     , AUTHENTICATED, -
        enforce, 29      , same   , none       , selfsigned, DEFERRED     , CERTIFICATE_NOT_TRUSTED
        none   , 29      , same   , enforce    , selfsigned, ENCRYPTED    , -
        none   , 31      , same   , enforce    , selfsigned, DEFERRED     , CERTIFICATE_NOT_TRUSTED
        # A live policy under another id replaces the one that was kept.
        enforce, 29      , other  , none       , selfsigned, ENCRYPTED    , -
        none   , 29      , other  , enforce    , selfsigned, DEFERRED     , CERTIFICATE_NOT_TRUSTED
        none   , 29      , other  , enforce    , valid     , AUTHENTICATED, -
        """)
    void aSenderWithMtaStsThatHasKeptThePolicyOfTheCrawlBefore(
            @Nullable String kept,
            @Nullable Integer daysAgo,
            String id,
            String fetched,
            String host,
            SenderOutcome outcome,
            @Nullable TlsFailure reason) {
        Previous previous = kept == null || daysAgo == null ? Previous.NONE : kept(kept, daysAgo);
        DomainObservation domain = Seen.domain(
                "example.nl",
                Seen.mx(Security.INSECURE, World.name(host)),
                record(id),
                fetch(fetched),
                new RecordOutcome.Absent<>());

        assertThat(HOSTS.judge(previous).judge(domain).deliveries().mtaStsWarm())
                .isEqualTo(delivery(outcome, reason, host));
    }

    /// Whoever got a policy then goes by it, and nobody can say whether somebody did; whoever comes now knows more.
    @ParameterizedTest
    @CsvSource(textBlock = """
        # id now, fetched now, host
        other   , fetch      , valid
        other   , fetch      , selfsigned
        same    , enforce    , valid
        absent  , fetch      , selfsigned
        """)
    void whatASenderHasKeptCannotBeToldWhereTheCrawlBeforeCouldNotTell(String id, String fetched, String host) {
        DomainObservation domain = Seen.domain(
                "example.nl",
                Seen.mx(Security.INSECURE, World.name(host)),
                record(id),
                fetch(fetched),
                new RecordOutcome.Absent<>());

        Deliveries deliveries = HOSTS.judge(new Missed()).judge(domain).deliveries();
        assertThat(deliveries.mtaStsWarm()).isEqualTo(delivery(SenderOutcome.UNMEASURED, null, host));
        assertThat(deliveries.mtaSts())
                .isEqualTo(HOSTS.judge(domain).deliveries().mtaSts());
    }

    private record Missed() implements Previous {
        @Override
        public Optional<Host> host(String host) {
            return Optional.empty();
        }

        @Override
        public Optional<Policy> policy(String domain) {
            return Optional.empty();
        }

        @Override
        public boolean missedPolicy(String domain) {
            return domain.equals("example.nl");
        }

        @Override
        public Certificates certificates() {
            return Certificates.of(List.of());
        }
    }

    @ParameterizedTest
    @EnumSource(DnsFailure.class)
    void whereTheMxAnswerIsBogusThoseWhoFollowDaneWait(DnsFailure failure) {
        Deliveries deliveries = HOSTS.judge(Seen.domain("example.nl", new MxOutcome.Unmeasured(failure, List.of())))
                .deliveries();

        Delivery unmeasured = Delivery.of(SenderOutcome.UNMEASURED);
        Delivery waits = failure == DnsFailure.BOGUS
                ? new Delivery(SenderOutcome.DEFERRED, TlsFailure.DNSSEC_INVALID, null)
                : unmeasured;
        assertThat(deliveries).isEqualTo(new Deliveries(unmeasured, waits, waits, unmeasured, unmeasured, waits));
    }

    @Test
    void whoeverWaitsKnowsWhyAndWhere() {
        assertThat(everything())
                .filteredOn(delivery -> delivery.outcome() == SenderOutcome.DEFERRED)
                .isNotEmpty()
                .allSatisfy(delivery -> {
                    assertThat(delivery.reason()).isNotNull();
                    assertThat(delivery.host()).isNotNull();
                });
    }

    /// None of these senders insists on DANE (RFC 7672 §6), so that none would report its absence.
    @Test
    void everyResultTypeIsReportedBySomeSenderButTheOneOfThoseThatInsistOnDane() {
        Set<TlsFailure> reported = everything().stream()
                .flatMap(delivery -> Stream.ofNullable(delivery.reason()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TlsFailure.class)));

        assertThat(reported).isEqualTo(EnumSet.complementOf(EnumSet.of(TlsFailure.DANE_REQUIRED)));
    }

    @Test
    void whatIsRememberedIsWhatWouldBeJudged() {
        DomainJudge remembers = HOSTS.judge(kept("enforce", 1));
        for (int round = 0; round < 2; round++) {
            for (String policy : POLICIES) {
                for (Security security : Security.values()) {
                    DomainObservation domain = domain(security, "mismatch selfsigned", policy);

                    assertThat(remembers.judge(domain))
                            .as("%s %s", policy, security)
                            .isEqualTo(HOSTS.judge(kept("enforce", 1)).judge(domain));
                }
            }
        }
    }

    private static List<Delivery> everything() {
        List<String> hosts = List.of(
                "valid mismatch unusable plain old wrongname selfsigned notls tlsanotls dead tlsadead noservice bogus timeout noaddress lookup anchored handshake tlsahandshake nocertificate expired tlsaexpired tlsaname tlsapath"
                        .split(" "));
        return hosts.stream()
                .flatMap(host -> POLICIES.stream()
                        .flatMap(policy ->
                                Arrays.stream(Security.values()).map(security -> deliveries(security, host, policy))))
                .flatMap(all -> Stream.of(
                        all.opportunistic(), all.dane(), all.postfix(), all.mtaSts(), all.mtaStsWarm(), all.both()))
                .toList();
    }

    private static Deliveries deliveries(Security security, String hosts, String policy) {
        return HOSTS.judge(domain(security, hosts, policy)).deliveries();
    }

    private static DomainObservation domain(Security security, String hosts, String policy) {
        return Seen.domain(
                "example.nl",
                SenderHosts.mx(security, hosts),
                record(
                        switch (policy) {
                            case "-" -> "absent";
                            case "several", "lookup" -> policy;
                            default -> "same";
                        }),
                fetch(policy),
                new RecordOutcome.Absent<>());
    }

    private static RecordOutcome<StsRecord> record(String kind) {
        return switch (kind) {
            case "absent" -> new RecordOutcome.Absent<>();
            case "several" -> new RecordOutcome.Multiple<>(List.of("one", "two"));
            case "lookup" -> new RecordOutcome.Unmeasured<>(DnsFailure.TIMEOUT);
            case "same" -> new RecordOutcome.Valid<>(new StsRecord("1"), "v=STSv1; id=1");
            case "other" -> new RecordOutcome.Valid<>(new StsRecord("2"), "v=STSv1; id=2");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static PolicyFetch fetch(String kind) {
        return switch (kind) {
            case "-", "several", "lookup" -> new PolicyFetch.NotAsked();
            case "fetch" -> new PolicyFetch.NoAddress();
            case "unreachable" -> new PolicyFetch.NotConnected(ConnectFailure.TIMED_OUT);
            case "webpki" -> fetched(text("enforce", "*.mx.example"), SenderHosts.OTHER_NAME);
            case "syntax" -> fetched("no policy", World.POLICY);
            case "uncovered" -> fetched(text("enforce", "elsewhere.example"), World.POLICY);
            default -> fetched(text(kind, "*.mx.example"), World.POLICY);
        };
    }

    private static PolicyFetch fetched(String text, Pki.Identity leaf) {
        return new PolicyFetch.Fetched(text, false, "text/plain", List.of(leaf.sha256()));
    }

    private static String text(String mode, String pattern) {
        return "version: STSv1\nmode: %s\nmx: %s\nmax_age: 2592000\n".formatted(mode, pattern);
    }

    /// A policy of id 1 with a max_age of 30 days.
    private static Previous kept(String mode, int daysAgo) {
        String text = text(mode, "*.mx.example");
        StsPolicy policy = ((StsPolicy.Parsed) StsPolicy.parse(text)).policy();
        Previous.Policy seen = new Previous.Policy(Pki.NOW.minus(Duration.ofDays(daysAgo)), "1", policy, text);
        return new Previous() {
            @Override
            public Optional<Host> host(String host) {
                return Optional.empty();
            }

            @Override
            public Optional<Policy> policy(String domain) {
                return domain.equals("example.nl") ? Optional.of(seen) : Optional.empty();
            }

            @Override
            public Certificates certificates() {
                return Certificates.of(List.of());
            }
        };
    }

    private static Delivery delivery(SenderOutcome outcome, @Nullable TlsFailure reason, @Nullable String host) {
        return new Delivery(outcome, reason, host == null ? null : World.name(host));
    }
}
