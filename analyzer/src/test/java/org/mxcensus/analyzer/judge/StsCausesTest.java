package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// Every cause of MTA-STS: given this, the domain is told that. The MX hosts are those of [World].
class StsCausesTest {
    private static final World WORLD = new World();
    private static final String HOST = "mta-sts.example.nl";
    private static final RecordOutcome<StsRecord> RECORD =
            new RecordOutcome.Valid<>(new StsRecord("1"), "v=STSv1; id=1");
    private static final String POLICY = "version: STSv1\nmode: enforce\nmx: *.mx.example\nmax_age: 86400\n";

    private static final Pki.Identity OTHER_NAME = World.ROOT.issue(Pki.Form.server("example.nl"));
    private static final Pki.Identity COMMON_NAME =
            World.ROOT.issue(Pki.Form.server().named(HOST));
    private static final Pki.Identity DEEPER = World.ROOT.issue(Pki.Form.server("*.nl", "*.mta-sts.example.nl"));
    private static final Pki.Identity SELF_SIGNED = Pki.selfSigned(Pki.Form.server(HOST));
    private static final Pki.Identity STRANGER = Pki.root("nobody's root").issue(Pki.Form.server(HOST));
    private static final Pki.Identity EXPIRED = World.ROOT.issue(
            Pki.Form.server(HOST).valid(Pki.NOW.minus(Duration.ofDays(9)), Pki.NOW.minus(Duration.ofDays(1))));
    private static final Pki.Identity TO_COME = World.ROOT.issue(
            Pki.Form.server(HOST).valid(Pki.NOW.plus(Duration.ofDays(1)), Pki.NOW.plus(Duration.ofDays(9))));
    private static final Pki.Identity FORGED = Pki.root("trusted root").issue(Pki.Form.server(HOST));
    private static final Pki.Identity SHORT_KEY =
            World.ROOT.issue(Pki.Form.server(HOST).rsa(1024));
    private static final Pki.Identity BY_A_SERVER = World.POLICY.issue(Pki.Form.server(HOST));
    private static final Certificates CERTIFICATES = Certificates.of(Stream.of(
                    World.POLICY,
                    OTHER_NAME,
                    COMMON_NAME,
                    DEEPER,
                    SELF_SIGNED,
                    STRANGER,
                    EXPIRED,
                    TO_COME,
                    FORGED,
                    SHORT_KEY,
                    BY_A_SERVER)
            .map(Pki.Identity::observed)
            .toList());

    /// What a sender found, and what is said about it.
    ///
    /// @param detail empty where the cause says all
    /// @param host the trait of the MX host that decided; empty where none did
    record Case(
            String title,
            RecordOutcome<StsRecord> record,
            PolicyFetch fetch,
            List<String> hosts,
            Previous previous,
            StsStatus status,
            @Nullable StsCause cause,
            String detail,
            String host) {

        static Case of(PolicyFetch fetch, StsStatus status, @Nullable StsCause cause, String detail) {
            String title =
                    fetch.toString().substring(0, Math.min(60, fetch.toString().length()));
            return new Case(title, RECORD, fetch, List.of("valid"), Previous.NONE, status, cause, detail, "");
        }

        Case titled(String value) {
            return new Case(value, record, fetch, hosts, previous, status, cause, detail, host);
        }

        Case withRecord(RecordOutcome<StsRecord> value) {
            return new Case(value.toString(), value, fetch, hosts, previous, status, cause, detail, host);
        }

        Case decidedBy(String decided, String... traits) {
            String of = String.join(" ", traits);
            return new Case(of, record, fetch, List.of(traits), previous, status, cause, detail, decided);
        }

        Case after(Previous.Policy before) {
            Previous seen = new Before(before);
            return new Case(title, record, fetch, hosts, seen, status, cause, detail, host);
        }

        StsVerdict verdict() {
            return new StsJudge(
                            Seen.domain(
                                    "example.nl",
                                    Seen.mx(
                                            Security.INSECURE,
                                            hosts.stream().map(World::name).toArray(String[]::new)),
                                    record,
                                    fetch,
                                    new RecordOutcome.Absent<>()),
                            new Chains(TestCrawl.roots(World.ROOT)),
                            CERTIFICATES,
                            previous)
                    .judge(hosts.stream().map(WORLD::host).toList());
        }

        @Override
        public String toString() {
            return title.replace('\n', ' ');
        }
    }

    /// A crawl before that saw one policy.
    private record Before(Policy policy) implements Previous {
        @Override
        public Optional<Host> host(String host) {
            return Optional.empty();
        }

        @Override
        public Optional<Policy> policy(String domain) {
            return Optional.of(policy);
        }

        @Override
        public Certificates certificates() {
            return Certificates.of(List.of());
        }
    }

    static Stream<Case> cases() {
        return Stream.of(records(), hostNames(), connections(), certificates(), http(), texts(), exchanges(), ids())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> records() {
        PolicyFetch none = new PolicyFetch.NotAsked();
        return Stream.of(
                Case.of(none, StsStatus.NOT_DEPLOYED, StsCause.MULTIPLE_RECORDS, "2 records")
                        .withRecord(new RecordOutcome.Multiple<>(List.of("v=STSv1; id=1", "v=STSv1; id=2"))),
                Case.of(none, StsStatus.NOT_DEPLOYED, StsCause.MALFORMED_RECORD, "no id")
                        .withRecord(new RecordOutcome.Malformed<>("v=STSv1;", "no id")),
                Case.of(none, StsStatus.NOT_DEPLOYED, null, "").withRecord(new RecordOutcome.Absent<>()),
                Case.of(none, StsStatus.UNMEASURED, StsCause.RECORD_LOOKUP, "servfail")
                        .withRecord(new RecordOutcome.Unmeasured<>(DnsFailure.SERVFAIL)),
                Case.of(none, StsStatus.UNMEASURED, StsCause.RECORD_LOOKUP, "not asked")
                        .withRecord(new RecordOutcome.NotAsked<>()));
    }

    private static Stream<Case> hostNames() {
        return Stream.of(
                broken(new PolicyFetch.NoAddress(), StsCause.NO_POLICY_HOST, ""),
                broken(new PolicyFetch.LookupFailed(DnsFailure.BOGUS), StsCause.POLICY_HOST_BOGUS, ""),
                unmeasured(new PolicyFetch.LookupFailed(DnsFailure.TIMEOUT), StsCause.POLICY_HOST_LOOKUP, "timeout"),
                unmeasured(new PolicyFetch.LookupFailed(DnsFailure.SERVFAIL), StsCause.POLICY_HOST_LOOKUP, "servfail"));
    }

    /// Nobody knows what another sender would have met: no connection says nothing about the policy.
    private static Stream<Case> connections() {
        return Stream.of(
                notFetched(new PolicyFetch.NotConnected(ConnectFailure.REFUSED), "not connected: refused"),
                notFetched(new PolicyFetch.NotConnected(ConnectFailure.TIMED_OUT), "not connected: timed out"),
                notFetched(new PolicyFetch.NotAttempted(Abstention.OPTED_OUT), "not attempted: opted out"),
                notFetched(new PolicyFetch.NotAsked(), "not asked"),
                notFetched(new PolicyFetch.InternalError("bug"), "an error of ours"),
                notFetched(new PolicyFetch.HandshakeFailed(HandshakeFailure.TIMED_OUT, "x"), "handshake: timed out"),
                notFetched(new PolicyFetch.HandshakeFailed(HandshakeFailure.RESET, "x"), "handshake: reset"),
                broken(
                        new PolicyFetch.HandshakeFailed(HandshakeFailure.ALERT, "unrecognized_name"),
                        StsCause.POLICY_HANDSHAKE,
                        "unrecognized_name"),
                broken(
                        new PolicyFetch.HandshakeFailed(HandshakeFailure.PROTOCOL, "not TLS"),
                        StsCause.POLICY_HANDSHAKE,
                        "not TLS"));
    }

    /// RFC 8461 §3.3. Whatever comes over a session with a bad certificate, a sender has hung up before.
    private static Stream<Case> certificates() {
        return Stream.of(
                certificate("it does not name the policy host", OTHER_NAME),
                certificate("it does not name the policy host", COMMON_NAME),
                certificate("it does not name the policy host", DEEPER),
                certificate("self signed", SELF_SIGNED),
                certificate("unknown issuer", STRANGER),
                certificate("expired", EXPIRED),
                certificate("not yet valid", TO_COME),
                certificate("bad signature", FORGED),
                certificate("weak algorithm", SHORT_KEY),
                certificate("not permitted", BY_A_SERVER, World.POLICY),
                certificate("malformed"),
                broken(status(404, EXPIRED), StsCause.POLICY_CERTIFICATE, "expired"),
                broken(
                        new PolicyFetch.ProtocolError(ProtocolFailure.TIMED_OUT, List.of(EXPIRED.sha256())),
                        StsCause.POLICY_CERTIFICATE,
                        "expired"),
                notFetched(
                        new PolicyFetch.Fetched(POLICY, false, "text/plain", List.of("00")),
                        "the certificate is not stored"));
    }

    private static Stream<Case> http() {
        return Stream.of(
                broken(status(299, World.POLICY), StsCause.HTTP_STATUS, "status 299"),
                broken(status(300, World.POLICY), StsCause.REDIRECT, "status 300"),
                broken(status(399, World.POLICY), StsCause.REDIRECT, "status 399"),
                broken(status(400, World.POLICY), StsCause.HTTP_STATUS, "status 400"),
                broken(status(301, World.POLICY), StsCause.REDIRECT, "status 301"),
                broken(status(302, World.POLICY), StsCause.REDIRECT, "status 302"),
                broken(status(404, World.POLICY), StsCause.HTTP_STATUS, "status 404"),
                broken(status(500, World.POLICY), StsCause.HTTP_STATUS, "status 500"),
                broken(status(502, World.POLICY), StsCause.HTTP_STATUS, "status 502"),
                broken(status(204, World.POLICY), StsCause.HTTP_STATUS, "status 204"),
                notFetched(status(429, World.POLICY), "status 429"),
                notFetched(status(503, World.POLICY), "status 503"),
                broken(status(429, EXPIRED), StsCause.POLICY_CERTIFICATE, "expired"),
                broken(transfer(ProtocolFailure.SYNTAX), StsCause.HTTP, "syntax"),
                broken(transfer(ProtocolFailure.CLOSED), StsCause.HTTP, "closed"),
                broken(transfer(ProtocolFailure.TOO_LONG), StsCause.HTTP, "too long"),
                notFetched(transfer(ProtocolFailure.RESET), "transfer: reset"),
                notFetched(transfer(ProtocolFailure.TIMED_OUT), "transfer: timed out"));
    }

    private static Stream<Case> texts() {
        return Stream.of(
                broken(text(""), StsCause.SYNTAX, "no version"),
                broken(text(POLICY.replace("STSv1", "STSv2")), StsCause.SYNTAX, "line 1: version is not STSv1"),
                broken(
                        text(POLICY.replace("enforce", "report").replace("86400", "1d")),
                        StsCause.SYNTAX,
                        "line 2: mode is none of enforce, testing, none"),
                broken(
                        text(POLICY.replace("*.mx", "*mx")),
                        StsCause.SYNTAX,
                        "line 3: mx is not a host name: \"*mx.example\""),
                broken(text(POLICY.replace("max_age: 86400\n", "")), StsCause.SYNTAX, "no max_age"),
                broken(cut("<html>\n<bo"), StsCause.SYNTAX, "line 1: not a field: \"<html>\""),
                notFetched(cut("version: STSv1\nmode: enf"), "only its first 64 KiB were read"),
                notFetched(
                        cut(POLICY.replace("*.mx.example", "other.example") + "mx: *.mx.ex"),
                        "only its first 64 KiB were read, and they do not cover every MX host"),
                Case.of(cut(POLICY + "x: 1\nx: 2"), StsStatus.ENFORCING, null, ""),
                Case.of(text(POLICY), StsStatus.ENFORCING, null, ""),
                Case.of(text(POLICY.replace("enforce", "testing")), StsStatus.TESTING, null, ""),
                Case.of(text("version: STSv1\nmode: none\nmax_age: 0"), StsStatus.DISABLED, null, ""));
    }

    /// RFC 8461 §4.1
    private static Stream<Case> exchanges() {
        String some = POLICY.replace("*.mx.example", "valid.mx.example\nmx: valid2.mx.example");
        return Stream.of(
                broken(text(some), StsCause.MX_NOT_COVERED, "").decidedBy("plain", "valid", "plain"),
                broken(text(some), StsCause.MX_NOT_COVERED, "selfsigned.mx.example; plain.mx.example")
                        .decidedBy("selfsigned", "valid", "selfsigned", "plain"),
                broken(text(some), StsCause.MX_NOT_COVERED, "plain.mx.example; ".repeat(10) + "and 2 more")
                        .decidedBy("plain", "plain ".repeat(12).split(" ")),
                broken(text(some), StsCause.MX_NOT_COVERED, "plain.mx.example; ".repeat(9) + "plain.mx.example")
                        .decidedBy("plain", "plain ".repeat(10).split(" ")),
                // What no pattern covers counts first: a sender does not even connect.
                broken(text(some), StsCause.MX_NOT_COVERED, "").decidedBy("notls", "valid", "notls"),
                broken(text(POLICY), StsCause.MX_WITHOUT_TLS, "STARTTLS is not offered")
                        .decidedBy("notls", "valid", "notls"),
                broken(text(POLICY), StsCause.MX_CERTIFICATE, "self signed").decidedBy("selfsigned", "selfsigned"),
                broken(text(POLICY), StsCause.MX_CERTIFICATE, "it does not name the MX host")
                        .decidedBy("wrongname", "valid", "wrongname", "dead"),
                broken(
                                text(POLICY),
                                StsCause.MX_CERTIFICATE,
                                "selfsigned.mx.example: self signed; notls.mx.example: STARTTLS is not offered;"
                                        + " wrongname.mx.example: it does not name the MX host")
                        .decidedBy("selfsigned", "valid", "selfsigned", "notls", "wrongname"),
                unmeasured(text(POLICY), StsCause.MX_NOT_MEASURED, "").decidedBy("dead", "valid", "dead"),
                unmeasured(text(POLICY), StsCause.MX_NOT_MEASURED, "dead.mx.example; lookup.mx.example")
                        .decidedBy("dead", "dead", "valid", "lookup"),
                broken(text(POLICY.replace("enforce", "testing")), StsCause.MX_CERTIFICATE, "self signed")
                        .decidedBy("selfsigned", "selfsigned"));
    }

    /// RFC 8461 §3.1: the id must change with the policy.
    private static Stream<Case> ids() {
        String testing = POLICY.replace("enforce", "testing");
        String off = "version: STSv1\nmode: none\nmax_age: 86400\n";
        return Stream.of(
                Case.of(
                                text(testing),
                                StsStatus.TESTING,
                                StsCause.ID_UNCHANGED,
                                "id 1 as on 2026-02-01, with another mode")
                        .titled("another mode under the same id")
                        .after(before("1", POLICY)),
                Case.of(
                                text(POLICY),
                                StsStatus.ENFORCING,
                                StsCause.ID_UNCHANGED,
                                "id 1 as on 2026-02-01, with another max_age and mx")
                        .titled("another age and other patterns under the same id")
                        .after(before("1", POLICY.replace("86400", "86401").replace("*.mx.example", "a.mx.example"))),
                Case.of(
                                text(off),
                                StsStatus.DISABLED,
                                StsCause.ID_UNCHANGED,
                                "id 1 as on 2026-02-01, with another mode and mx")
                        .titled("switched off under the same id")
                        .after(before("1", POLICY)),
                Case.of(text(off), StsStatus.DISABLED, null, "")
                        .titled("switched off under another id")
                        .after(before("0", POLICY)),
                Case.of(text(POLICY), StsStatus.ENFORCING, null, "")
                        .titled("the same policy under another id")
                        .after(before("0", POLICY)),
                Case.of(text(POLICY), StsStatus.ENFORCING, null, "")
                        .titled("the same policy under the same id")
                        .after(before("1", POLICY)),
                Case.of(text(POLICY.replace("\n", "\r\n") + "x: y"), StsStatus.ENFORCING, null, "")
                        .titled("the same policy in other words")
                        .after(before("1", POLICY)),
                Case.of(text("nonsense"), StsStatus.BROKEN, StsCause.SYNTAX, "line 1: not a field: \"nonsense\"")
                        .titled("what breaks a policy comes before what is remarked")
                        .after(before("1", POLICY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theOperatorIsTold(Case one) {
        StsVerdict verdict = one.verdict();

        assertThat(verdict.status()).isEqualTo(one.status());
        assertThat(verdict.cause().orElse(null)).isEqualTo(one.cause());
        assertThat(verdict.detail()).isEqualTo(Optional.of(one.detail()).filter(detail -> !detail.isEmpty()));
        assertThat(verdict.host().orElse("")).isEqualTo(one.host().isEmpty() ? "" : World.name(one.host()));
    }

    @Test
    void noCauseIsLeftOut() {
        assertThat(cases().map(Case::cause).filter(cause -> cause != null).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(StsCause.class));
    }

    @Test
    void everyFaultOfATextIsTold() {
        assertThat(remarks(text("version: STSv2\nmode: report\n\nmx: a b\n")).faults())
                .containsExactly(
                        "line 1: version is not STSv1",
                        "line 2: mode is none of enforce, testing, none",
                        "line 4: mx is not a host name: \"a b\"",
                        "no max_age");
        assertThat(remarks(text(POLICY)).faults()).isEmpty();
    }

    @Test
    void faultsOfTheTextAreToldWhateverTheCertificate() {
        StsVerdict verdict = remarks(new PolicyFetch.Fetched("x", false, "text/html", List.of(EXPIRED.sha256())));

        assertThat(verdict.cause()).contains(StsCause.POLICY_CERTIFICATE);
        assertThat(verdict.faults()).startsWith("line 1: not a field: \"x\"");
        assertThat(verdict.leniencies()).containsExactly("media type \"text/html\"");
    }

    @Test
    void ofAWebPageTheFirstLinesAreEnough() {
        String page =
                IntStream.range(0, 1_000).mapToObj(i -> "<p>" + i + "</p>\n").collect(Collectors.joining());

        // The thousand lines, and four fields that are missing.
        assertThat(remarks(text(page)).faults()).hasSize(51).endsWith("and 954 more");
        assertThat(remarks(text("x\n".repeat(46))).faults()).hasSize(50).noneMatch(fault -> fault.endsWith("more"));
    }

    static Stream<Arguments> letPass() {
        return Stream.of(
                letPass(POLICY, false, "text/plain"),
                letPass(POLICY, false, "Text/Plain; charset=utf-8"),
                letPass(POLICY, false, "text/html; charset=utf-8", "media type \"text/html\""),
                letPass(POLICY, false, "text/plainer", "media type \"text/plainer\""),
                letPass(POLICY, false, "", "no media type"),
                letPass(POLICY + "x", true, "text/plain", "more than 64 KiB, of which the first were read"),
                letPass(POLICY + "\n", false, "text/plain", "line 5: an empty line"),
                letPass(POLICY + "mode: none", false, "text/plain", "line 5: mode again: the first counts"));
    }

    private static Arguments letPass(String text, boolean truncated, String mediaType, String... leniencies) {
        return Arguments.of(text, truncated, mediaType, List.of(leniencies));
    }

    @ParameterizedTest
    @MethodSource("letPass")
    void whatSendersLetPassBreaksNothing(String text, boolean truncated, String mediaType, List<String> leniencies) {
        StsVerdict verdict =
                remarks(new PolicyFetch.Fetched(text, truncated, mediaType, List.of(World.POLICY.sha256())));

        assertThat(verdict.status()).isEqualTo(StsStatus.ENFORCING);
        assertThat(verdict.cause()).isEmpty();
        assertThat(verdict.leniencies()).isEqualTo(leniencies);
    }

    private static StsVerdict remarks(PolicyFetch fetch) {
        return Case.of(fetch, StsStatus.ENFORCING, null, "").verdict();
    }

    private static Case broken(PolicyFetch fetch, StsCause cause, String detail) {
        return Case.of(fetch, StsStatus.BROKEN, cause, detail);
    }

    private static Case unmeasured(PolicyFetch fetch, StsCause cause, String detail) {
        return Case.of(fetch, StsStatus.UNMEASURED, cause, detail);
    }

    private static Case notFetched(PolicyFetch fetch, String detail) {
        return unmeasured(fetch, StsCause.POLICY_NOT_FETCHED, detail);
    }

    private static Case certificate(String detail, Pki.Identity... chain) {
        List<String> sent = Stream.of(chain).map(Pki.Identity::sha256).toList();
        return broken(new PolicyFetch.Fetched(POLICY, false, "text/plain", sent), StsCause.POLICY_CERTIFICATE, detail)
                .titled("certificate: " + detail);
    }

    private static PolicyFetch status(int status, Pki.Identity leaf) {
        return new PolicyFetch.HttpError(status, List.of(leaf.sha256()));
    }

    private static PolicyFetch transfer(ProtocolFailure failure) {
        return new PolicyFetch.ProtocolError(failure, List.of(World.POLICY.sha256()));
    }

    private static PolicyFetch text(String text) {
        return new PolicyFetch.Fetched(text, false, "text/plain", List.of(World.POLICY.sha256()));
    }

    private static PolicyFetch cut(String text) {
        return new PolicyFetch.Fetched(text, true, "text/plain", List.of(World.POLICY.sha256()));
    }

    private static Previous.Policy before(String id, String text) {
        StsPolicy policy = ((StsPolicy.Parsed) StsPolicy.parse(text)).policy();
        return new Previous.Policy(Instant.parse("2026-02-01T23:00:00Z"), id, policy, text);
    }
}
