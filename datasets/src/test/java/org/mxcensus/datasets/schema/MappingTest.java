package org.mxcensus.datasets.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.records.Dmarc;
import org.mxcensus.datasets.records.Spf;
import org.mxcensus.datasets.records.Sts;
import org.mxcensus.datasets.records.TlsRpt;
import org.mxcensus.datasets.store.ParquetFiles;

/// Every variant of every outcome goes into a row, through a Parquet file, and comes back equal.
class MappingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final List<String> CHAIN = List.of("aa".repeat(32), "bb".repeat(32));
    private static final ExtendedError EDE = new ExtendedError(9, "no SEP matching the DS");

    @TempDir
    Path folder;

    static Stream<MxOutcome> mxOutcomes() {
        List<MailExchange> exchanges =
                List.of(new MailExchange(10, "mx1.example.net"), new MailExchange(20, "mx2.example.net"));
        return Stream.of(
                new MxOutcome.Hosts(exchanges, Security.SECURE, 3600),
                new MxOutcome.Implicit(Security.INSECURE),
                new MxOutcome.NullMx(Security.SECURE, 60),
                new MxOutcome.NullMxMixed(
                        List.of(new MailExchange(0, ""), new MailExchange(5, "mx.example.net")), Security.INSECURE, 1),
                new MxOutcome.NoMail(Security.SECURE),
                new MxOutcome.NxDomain(Security.INSECURE),
                new MxOutcome.Hosts(exchanges, Security.UNKNOWN, 0),
                new MxOutcome.NullMx(Security.UNKNOWN, 0),
                new MxOutcome.Unmeasured(DnsFailure.BOGUS, List.of(EDE)));
    }

    static Stream<PolicyFetch> policyFetches() {
        return Stream.of(
                new PolicyFetch.NotAsked(),
                new PolicyFetch.Fetched(
                        "version: STSv1\nmode: enforce\nmx: *.example.net\nmax_age: 86400\n",
                        false,
                        "text/plain",
                        CHAIN),
                new PolicyFetch.Fetched("no policy at all", true, "", CHAIN),
                new PolicyFetch.HttpError(404, CHAIN),
                new PolicyFetch.NoAddress(),
                new PolicyFetch.LookupFailed(DnsFailure.TIMEOUT),
                new PolicyFetch.NotConnected(ConnectFailure.REFUSED),
                new PolicyFetch.HandshakeFailed(HandshakeFailure.ALERT, "handshake_failure"),
                new PolicyFetch.ProtocolError(ProtocolFailure.SYNTAX, CHAIN),
                new PolicyFetch.NotAttempted(Abstention.RESERVED_ADDRESS),
                new PolicyFetch.InternalError("a bug"));
    }

    static Stream<List<String>> texts() {
        return Stream.of(
                List.of(),
                List.of(
                        "v=spf1 -all",
                        "v=DMARC1; p=reject",
                        "v=STSv1; id=20261124",
                        "v=TLSRPTv1; rua=mailto:t@example.nl"),
                List.of(
                        "v=spf1 -all",
                        "v=spf1 ~all",
                        "v=DMARC1; p=none",
                        "v=DMARC1; p=none",
                        "v=STSv1; id=1;",
                        "v=STSv1; id=2;",
                        "v=TLSRPTv1; rua=mailto:a@example.nl",
                        "v=TLSRPTv1; rua=mailto:b@example.nl"),
                List.of("v=spf1 nonsense:(", "v=STSv1; id=not alphanumeric!", "v=TLSRPTv1; nothing"));
    }

    @ParameterizedTest
    @MethodSource("mxOutcomes")
    void mx(MxOutcome outcome) {
        assertSurvives(domain(outcome, new PolicyFetch.NotAsked(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("policyFetches")
    void stsPolicy(PolicyFetch fetch) {
        assertSurvives(domain(new MxOutcome.NoMail(Security.SECURE), fetch, List.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void txtRecords(List<String> texts) {
        assertSurvives(domain(new MxOutcome.NoMail(Security.SECURE), new PolicyFetch.NotAsked(), texts));
    }

    @Test
    void theIdOfAnMxSetDoesNotDependOnTheOrderOfItsRecords() {
        MailExchange first = new MailExchange(10, "mx1.example.net");
        MailExchange second = new MailExchange(20, "mx2.example.net");
        assertThat(mxsetId(first, second)).isEqualTo(mxsetId(second, first)).isNotEqualTo(mxsetId(first, first));
    }

    static Stream<Answer<List<String>>> answers() {
        return Stream.of(
                new Answer.Found<>(List.of("192.0.2.1", "192.0.2.2"), Security.SECURE, 300),
                new Answer.Found<>(List.of("192.0.2.1"), Security.UNKNOWN, 0),
                new Answer.Failed<>(DnsFailure.NOT_ASKED),
                new Answer.NoData<>(Security.INSECURE),
                new Answer.NxDomain<>(Security.SECURE),
                new Answer.Failed<>(DnsFailure.SERVFAIL, List.of(EDE)));
    }

    static Stream<TlsaOutcome> tlsaOutcomes() {
        List<TlsaRecord> records = List.of(new TlsaRecord(3, 1, 1, "ab".repeat(32)), new TlsaRecord(2, 0, 0, "30"));
        return Stream.of(
                new TlsaOutcome.Found("mx1.example.net", records, 3600),
                new TlsaOutcome.FoundInsecure("mx1.example.net", records, 3600),
                new TlsaOutcome.Absent(Security.INSECURE),
                new TlsaOutcome.Failed("mx1.example.net", DnsFailure.TIMEOUT, List.of(EDE)),
                new TlsaOutcome.NotAsked());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void addresses(Answer<List<String>> a) {
        assertSurvives(host(a, new TlsaOutcome.NotAsked()));
    }

    @ParameterizedTest
    @MethodSource("tlsaOutcomes")
    void tlsa(TlsaOutcome outcome) {
        assertSurvives(host(new Answer.NoData<>(Security.SECURE), outcome));
    }

    static Stream<SmtpOutcome> smtpOutcomes() {
        SmtpReply later = new SmtpReply(421, "too many connections\ntry later");
        return Stream.of(
                new SmtpOutcome.NotConnected(SmtpStage.GREETING, ConnectFailure.TIMED_OUT),
                new SmtpOutcome.Deferred(SmtpStage.EHLO, later),
                new SmtpOutcome.Blocked(SmtpStage.GREETING, new SmtpReply(554, "go away")),
                new SmtpOutcome.NoService(new SmtpReply(521, "no mail here")),
                new SmtpOutcome.EhloRejected(new SmtpReply(502, "what")),
                new SmtpOutcome.StartTlsNotOffered(),
                new SmtpOutcome.StartTlsRefused(new SmtpReply(454, "TLS not available")),
                new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("protocol_version"), ""),
                new SmtpOutcome.HandshakeFailed(HandshakeFailure.PROTOCOL, Optional.empty(), "WRONG_VERSION_NUMBER"),
                new SmtpOutcome.TlsEstablished(new TlsSession(
                        "TLSv1.3", "TLS_AES_256_GCM_SHA384", Optional.of("X25519"), Optional.empty(), CHAIN)),
                new SmtpOutcome.ProtocolError(SmtpStage.EHLO, ProtocolFailure.TOO_LONG, "70000 bytes"),
                new SmtpOutcome.NotAttempted(Abstention.OPTED_OUT),
                new SmtpOutcome.NotTold(SmtpStage.EHLO, "EHLO was not sent"),
                new SmtpOutcome.InternalError("a bug"));
    }

    @ParameterizedTest
    @MethodSource("smtpOutcomes")
    void smtp(SmtpOutcome outcome) {
        SmtpObservation seen = new SmtpObservation(
                "mx1.example.net",
                "192.0.2.1",
                NOW,
                "mx1.example.net",
                outcome,
                new SmtpDialogue(
                        "mx1 ready",
                        "mx1.example.net",
                        List.of("SIZE 1000", "STARTTLS"),
                        "mx2",
                        List.of("SIZE 1000"),
                        "250 injected"),
                2,
                Optional.of(NOW),
                Optional.of("mx0.example.net"),
                Optional.of(true),
                1,
                2,
                3,
                List.of(
                        new SecondLook(SecondLook.Purpose.OLD_TLS, outcome),
                        new SecondLook(SecondLook.Purpose.WITHOUT_SNI, new SmtpOutcome.StartTlsNotOffered())));
        SmtpRow row = throughParquet(Table.SMTP, SmtpMapping.toRow(seen));
        assertThat(SmtpMapping.toObservation(row)).isEqualTo(seen);
    }

    private void assertSurvives(DomainObservation seen) {
        DomainRow row = throughParquet(Table.DOMAINS, DomainMapping.toRow(seen));
        assertThat(DomainMapping.toObservation(row)).isEqualTo(seen);
        assertJudgesSee(seen);
    }

    /// Out of the file that was just written.
    private void assertJudgesSee(DomainObservation seen) {
        DomainObservation judged = DomainMapping.toObservation(
                first(JudgedDomainRow.TABLE, folder.resolve("domains.parquet")).row());
        assertThat(judged.domain()).isEqualTo(seen.domain());
        assertThat(judged.observedAt()).isEqualTo(seen.observedAt());
        assertThat(judged.mx())
                .usingRecursiveComparison()
                .ignoringFields("ttl", "errors")
                .isEqualTo(seen.mx());
        assertThat(judged.mxAlias()).isEqualTo(seen.mxAlias());
        assertThat(judged.stsRecord()).isEqualTo(seen.stsRecord());
        assertThat(judged.stsPolicy()).isEqualTo(seen.stsPolicy());
        assertThat(judged.tlsRpt()).isEqualTo(seen.tlsRpt());
        assertThat(judged.ns()).isEqualTo(seen.ns());
    }

    private void assertSurvives(HostObservation seen) {
        HostRow row = throughParquet(Table.MX_HOSTS, HostMapping.toRow(seen));
        assertThat(HostMapping.toObservation(row)).isEqualTo(seen);
    }

    private <R extends Record> R throughParquet(Table<R> table, R row) {
        Path file = folder.resolve(table.name() + ".parquet");
        ParquetFiles.write(table, file, List.of(row));
        return first(table, file);
    }

    private static <R extends Record> R first(Table<R> table, Path file) {
        try (Stream<R> rows = ParquetFiles.read(table, file)) {
            return rows.findFirst().orElseThrow();
        }
    }

    private static DomainObservation domain(MxOutcome mx, PolicyFetch policy, List<String> texts) {
        return new DomainObservation(
                "example.nl",
                NOW,
                mx,
                Optional.of("alias.example.net"),
                Spf.select(texts),
                Dmarc.select(texts),
                Hint.NOT_ASKED,
                Hint.UNRELIABLE,
                Hint.PRESENT,
                Sts.select(texts),
                Optional.of("sts.example.net"),
                policy,
                Optional.empty(),
                TlsRpt.select(texts),
                List.of("ns1.example.nl"),
                9,
                12,
                "lab");
    }

    private static HostObservation host(Answer<List<String>> a, TlsaOutcome tlsa) {
        return new HostObservation(
                "mx1.example.net",
                NOW,
                "example.net",
                a,
                new Answer.Found<>(List.of("2001:db8::1"), Security.INSECURE, 60),
                List.of("alias.example.net"),
                tlsa,
                List.of("ns1.example.net"),
                4,
                7);
    }

    private static Long mxsetId(MailExchange... exchanges) {
        return DomainMapping.toRow(domain(
                        new MxOutcome.Hosts(List.of(exchanges), Security.SECURE, 1),
                        new PolicyFetch.NotAsked(),
                        List.of()))
                .mxsetId();
    }
}
