package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// MTA-STS of a domain (RFC 8461); the MX hosts are those of [World].
class StsJudgeTest {
    private static final Pki.Identity WRONG_NAME = World.ROOT.issue(Pki.Form.server("example.nl"));
    private static final Pki.Identity WILDCARD = World.ROOT.issue(Pki.Form.server("*.example.nl"));
    private static final Pki.Identity COMMON_NAME =
            World.ROOT.issue(Pki.Form.server().named("mta-sts.example.nl"));
    private static final Pki.Identity EXPIRED = World.ROOT.issue(Pki.Form.server("mta-sts.example.nl")
            .valid(Pki.NOW.minus(Duration.ofDays(9)), Pki.NOW.minus(Duration.ofDays(1))));
    private static final Pki.Identity SELF_SIGNED = Pki.selfSigned(Pki.Form.server("mta-sts.example.nl"));
    private static final World WORLD = new World().with(WRONG_NAME, WILDCARD, COMMON_NAME, EXPIRED, SELF_SIGNED);

    static Stream<Arguments> fetches() {
        return Stream.of(
                fetch(new PolicyFetch.NoAddress(), StsStatus.BROKEN, StsCause.NO_POLICY_HOST),
                fetch(new PolicyFetch.LookupFailed(DnsFailure.BOGUS), StsStatus.BROKEN, StsCause.POLICY_HOST_BOGUS),
                fetch(
                        new PolicyFetch.LookupFailed(DnsFailure.TIMEOUT),
                        StsStatus.UNMEASURED,
                        StsCause.POLICY_HOST_LOOKUP),
                fetch(
                        new PolicyFetch.NotConnected(ConnectFailure.REFUSED),
                        StsStatus.UNMEASURED,
                        StsCause.POLICY_NOT_FETCHED),
                fetch(
                        new PolicyFetch.HandshakeFailed(HandshakeFailure.ALERT, "unrecognized_name"),
                        StsStatus.BROKEN,
                        StsCause.POLICY_HANDSHAKE),
                fetch(
                        new PolicyFetch.HandshakeFailed(HandshakeFailure.TIMED_OUT, ""),
                        StsStatus.UNMEASURED,
                        StsCause.POLICY_NOT_FETCHED),
                fetch(
                        new PolicyFetch.ProtocolError(ProtocolFailure.SYNTAX, List.of(World.POLICY.sha256())),
                        StsStatus.BROKEN,
                        StsCause.HTTP),
                fetch(
                        new PolicyFetch.ProtocolError(ProtocolFailure.TIMED_OUT, List.of(World.POLICY.sha256())),
                        StsStatus.UNMEASURED,
                        StsCause.POLICY_NOT_FETCHED),
                fetch(
                        new PolicyFetch.NotAttempted(Abstention.OPTED_OUT),
                        StsStatus.UNMEASURED,
                        StsCause.POLICY_NOT_FETCHED),
                fetch(new PolicyFetch.NotAsked(), StsStatus.UNMEASURED, StsCause.POLICY_NOT_FETCHED),
                fetch(new PolicyFetch.InternalError("bug"), StsStatus.UNMEASURED, StsCause.POLICY_NOT_FETCHED),
                fetch(status(404, World.POLICY), StsStatus.BROKEN, StsCause.HTTP_STATUS),
                fetch(status(301, World.POLICY), StsStatus.BROKEN, StsCause.REDIRECT),
                fetch(status(404, WRONG_NAME), StsStatus.BROKEN, StsCause.POLICY_CERTIFICATE),
                fetch(policy(WRONG_NAME, "enforce"), StsStatus.BROKEN, StsCause.POLICY_CERTIFICATE),
                fetch(policy(COMMON_NAME, "enforce"), StsStatus.BROKEN, StsCause.POLICY_CERTIFICATE),
                fetch(policy(EXPIRED, "enforce"), StsStatus.BROKEN, StsCause.POLICY_CERTIFICATE),
                fetch(policy(SELF_SIGNED, "enforce"), StsStatus.BROKEN, StsCause.POLICY_CERTIFICATE),
                fetch(policy(WILDCARD, "enforce"), StsStatus.ENFORCING, null),
                fetch(policy(World.POLICY, "enforce"), StsStatus.ENFORCING, null),
                fetch(policy(World.POLICY, "testing"), StsStatus.TESTING, null),
                fetch(policy(World.POLICY, "none"), StsStatus.DISABLED, null),
                fetch(policy(World.POLICY, "whatever"), StsStatus.BROKEN, StsCause.SYNTAX));
    }

    @ParameterizedTest
    @MethodSource("fetches")
    void whatFetchingThePolicyGives(PolicyFetch fetch, StsStatus status, @Nullable StsCause cause) {
        DomainVerdictRow row = judge(fetch, "valid");

        assertThat(row.mtaSts()).isEqualTo(status);
        assertThat(row.mtaStsCause()).isEqualTo(cause);
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(new RecordOutcome.Absent<StsRecord>(), StsStatus.NOT_DEPLOYED, null),
                Arguments.of(
                        new RecordOutcome.Multiple<StsRecord>(List.of("a", "b")),
                        StsStatus.NOT_DEPLOYED,
                        StsCause.MULTIPLE_RECORDS),
                Arguments.of(
                        new RecordOutcome.Malformed<StsRecord>("text", "no id"),
                        StsStatus.NOT_DEPLOYED,
                        StsCause.MALFORMED_RECORD),
                Arguments.of(
                        new RecordOutcome.Unmeasured<StsRecord>(DnsFailure.TIMEOUT),
                        StsStatus.UNMEASURED,
                        StsCause.RECORD_LOOKUP),
                Arguments.of(new RecordOutcome.NotAsked<StsRecord>(), StsStatus.UNMEASURED, StsCause.RECORD_LOOKUP));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatTheRecordGives(RecordOutcome<StsRecord> record, StsStatus status, @Nullable StsCause cause) {
        DomainVerdictRow row = WORLD.judge(Seen.domain(
                "example.nl",
                Seen.mx(Security.INSECURE, World.name("valid")),
                record,
                new PolicyFetch.NotAsked(),
                new RecordOutcome.Absent<>()));

        assertThat(row.mtaSts()).isEqualTo(status);
        assertThat(row.mtaStsCause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # hosts         , status    , cause          , host      , enforcing sender, authenticated
        valid           , ENFORCING , -              , -         , AUTHENTICATED   , YES
        valid plain old , ENFORCING , -              , -         , AUTHENTICATED   , YES
        selfsigned      , BROKEN    , MX_CERTIFICATE , selfsigned, DEFERRED        , NO
        wrongname       , BROKEN    , MX_CERTIFICATE , wrongname , DEFERRED        , NO
        notls           , BROKEN    , MX_WITHOUT_TLS , notls     , DEFERRED        , NO
        valid notls     , BROKEN    , MX_WITHOUT_TLS , notls     , AUTHENTICATED   , NO
        dead            , UNMEASURED, MX_NOT_MEASURED, dead      , UNMEASURED      , UNMEASURED
        valid dead      , UNMEASURED, MX_NOT_MEASURED, dead      , UNMEASURED      , UNMEASURED
        notls dead      , BROKEN    , MX_WITHOUT_TLS , notls     , UNMEASURED      , NO
        valid unseen    , UNMEASURED, MX_NOT_MEASURED, unseen    , UNMEASURED      , UNMEASURED
        valid noaddress , ENFORCING , -              , -         , AUTHENTICATED   , YES
        valid noservice , ENFORCING , -              , -         , AUTHENTICATED   , YES
        """)
    void everyHostMustFulfilThePolicy(
            String hosts,
            StsStatus status,
            @Nullable StsCause cause,
            @Nullable String host,
            SenderOutcome sender,
            Finding authenticated) {
        DomainVerdictRow row = judge(policy(World.POLICY, "enforce"), hosts.split(" "));

        assertThat(row.mtaSts()).isEqualTo(status);
        assertThat(row.mtaStsCause()).isEqualTo(cause);
        assertThat(row.mtaStsHost()).isEqualTo(host == null ? null : World.name(host));
        assertThat(row.deliveries().mtaSts().outcome()).isEqualTo(sender);
        assertThat(row.authenticated()).isEqualTo(authenticated);
        assertThat(row.mtaStsMode()).isEqualTo("enforce");
    }

    @ParameterizedTest
    @CsvSource({
        "enforce, valid dead, UNMEASURED",
        "testing, valid dead, NO",
        "-, valid, UNMEASURED",
        "-, valid dead, UNMEASURED",
        "-, notls, NO",
        "-, valid selfsigned, NO",
        "-, dead wrongname, NO"
    })
    void aPolicyThatCouldNotBeToldAuthenticatesNoHostThatDoesNotProveItself(
            String mode, String hosts, Finding authenticated) {
        PolicyFetch fetch =
                mode.equals("-") ? new PolicyFetch.NotConnected(ConnectFailure.TIMED_OUT) : policy(World.POLICY, mode);

        DomainVerdictRow row = judge(fetch, hosts.split(" "));

        assertThat(row.mtaSts()).isEqualTo(StsStatus.UNMEASURED);
        assertThat(row.authenticated()).isEqualTo(authenticated);
    }

    @ParameterizedTest
    @CsvSource({
        "mx: *.mx.example, ENFORCING",
        "mx: valid.mx.example, ENFORCING",
        "mx: *.example, BROKEN",
        "mx: other.mx.example, BROKEN",
        "mx: mx.example, BROKEN"
    })
    void everyHostMustMatchAPattern(String pattern, StsStatus status) {
        DomainVerdictRow row = judge(fetched(World.POLICY, text("enforce", pattern)), "valid");

        assertThat(row.mtaSts()).isEqualTo(status);
        if (status == StsStatus.BROKEN) {
            assertThat(row.mtaStsCause()).isEqualTo(StsCause.MX_NOT_COVERED);
            assertThat(row.mtaStsHost()).isEqualTo(World.name("valid"));
            assertThat(row.deliveries().mtaSts().outcome()).isEqualTo(SenderOutcome.DEFERRED);
        }
    }

    @ParameterizedTest
    @CsvSource({"testing, ENCRYPTED", "none, ENCRYPTED"})
    void onlyModeEnforceHoldsMailBack(String mode, SenderOutcome outcome) {
        assertThat(judge(policy(World.POLICY, mode), "selfsigned")
                        .deliveries()
                        .mtaSts()
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 8461 §2: a failure of DANE is final.
        "mismatch, DEFERRED",
        "valid, AUTHENTICATED",
        "plain, AUTHENTICATED"
    })
    void daneComesFirst(String host, SenderOutcome outcome) {
        DomainVerdictRow row = WORLD.judge(Seen.domain(
                "example.nl",
                Seen.mx(Security.SECURE, World.name(host)),
                new RecordOutcome.Valid<>(new StsRecord("1"), "v=STSv1; id=1"),
                policy(World.POLICY, "enforce"),
                new RecordOutcome.Absent<>()));

        assertThat(row.deliveries().mtaSts().outcome()).isEqualTo(SenderOutcome.AUTHENTICATED);
        assertThat(row.deliveries().both().outcome()).isEqualTo(outcome);
    }

    private static DomainVerdictRow judge(PolicyFetch fetch, String... traits) {
        return WORLD.judge(Seen.domain(
                "example.nl",
                Seen.mx(Security.INSECURE, Stream.of(traits).map(World::name).toArray(String[]::new)),
                new RecordOutcome.Valid<>(new StsRecord("1"), "v=STSv1; id=1"),
                fetch,
                new RecordOutcome.Absent<>()));
    }

    private static Arguments fetch(PolicyFetch fetch, StsStatus status, @Nullable StsCause cause) {
        return Arguments.of(fetch, status, cause);
    }

    private static PolicyFetch status(int status, Pki.Identity leaf) {
        return new PolicyFetch.HttpError(status, List.of(leaf.sha256()));
    }

    private static PolicyFetch policy(Pki.Identity leaf, String mode) {
        return fetched(leaf, text(mode, "mx: *.mx.example"));
    }

    private static PolicyFetch fetched(Pki.Identity leaf, String text) {
        return new PolicyFetch.Fetched(text, false, "text/plain", List.of(leaf.sha256()));
    }

    private static String text(String mode, String patterns) {
        return "version: STSv1\nmode: %s\n%s\nmax_age: 86400\n".formatted(mode, patterns);
    }
}
