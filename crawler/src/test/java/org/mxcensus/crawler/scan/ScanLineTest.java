package org.mxcensus.crawler.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;

/// What zgrab2 says, and what that comes to: nothing it did not ask for is told.
class ScanLineTest {
    private static final String HELLO = "250-mx.example.net\\r\\n250-PIPELINING\\r\\n250 STARTTLS\\r\\n";

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # greeting           | EHLO                     | STARTTLS        | status            | error | outcome
        220 mx ESMTP         | -                        | -               | success           | - | NotTold[stage=EHLO, detail=EHLO was not sent]
        220 mx ESMTP         | 250 mx                   | -               | success           | - | StartTlsNotOffered[]
        220 mx ESMTP         | 250 mx                   | 220 go ahead    | success           | - | StartTlsNotOffered[]
        220 mx ESMTP         | 250-mx                   | -               | success           | - | NotTold[stage=EHLO, detail=the reply to EHLO is cut off]
        220 mx ESMTP         | 501 name yourself        | -               | success           | - | NotTold[stage=EHLO, detail=EHLO was refused: 501 name yourself]
        220 mx ESMTP         | 554 go away              | -               | success           | - | Blocked[stage=EHLO, reply=SmtpReply[code=554, text=go away]]
        220 mx ESMTP         | 451 later                | -               | success           | - | Deferred[stage=EHLO, reply=SmtpReply[code=451, text=later]]
        220 mx ESMTP         | 250-mx\\r\\n250 starttls | -               | success           | - | NotTold[stage=STARTTLS, detail=STARTTLS was not sent]
        220 mx ESMTP         | 250-mx\\r\\n250 starttls | 502 no          | application-error | SMTP error code 502 | StartTlsRefused[reply=SmtpReply[code=502, text=no]]
        220 mx ESMTP         | 250-mx\\r\\n250 STARTTLS | 220 go          | handshake-error   | remote error: tls: x | NotTold[stage=HANDSHAKE, detail=its client gave up: handshake-error, remote error: tls: x]
        220 mx ESMTP         | 250-mx\\r\\n250 STARTTLS | 220 go          | io-timeout        | EOF | HandshakeFailed[cause=CLOSED, alert=Optional.empty, detail=]
        220 mx ESMTP         | 250-mx\\r\\n250 STARTTLS | 220 go          | unknown-error     | read: connection reset by peer | HandshakeFailed[cause=RESET, alert=Optional.empty, detail=]
        220 mx ESMTP         | 250-mx\\r\\n250 STARTTLS | 220 go          | unknown-error     | x509: negative serial number | NotTold[stage=HANDSHAKE, detail=its client gave up: unknown-error, x509: negative serial number]
        220 mx ESMTP         | -                        | 503 EHLO first  | application-error | - | NotTold[stage=EHLO, detail=EHLO was not sent]
        554 5.7.1 go         | 503 no                   | -               | application-error | - | Blocked[stage=GREETING, reply=SmtpReply[code=554, text=5.7.1 go]]
        421 busy             | -                        | -               | application-error | - | Deferred[stage=GREETING, reply=SmtpReply[code=421, text=busy]]
        521 no mail          | -                        | -               | application-error | - | NoService[reply=SmtpReply[code=521, text=no mail]]
        SMTP of sorts        | -                        | -               | success           | - | ProtocolError[stage=GREETING, cause=SYNTAX, detail=SMTP of sorts\\r\\n]
        -                    | -                        | -               | connection-timeout | dial tcp 192.0.2.1:25: connect: connection refused | NotConnected[stage=CONNECT, cause=REFUSED]
        -                    | -                        | -               | connection-timeout | dial tcp 192.0.2.1:25: i/o timeout | NotConnected[stage=CONNECT, cause=TIMED_OUT]
        -                    | -                        | -               | connection-timeout | dial tcp 192.0.2.1:25: connect: no route to host | NotConnected[stage=CONNECT, cause=UNREACHABLE]
        -                    | -                        | -               | io-timeout        | could not read response from mx: read tcp: connection reset by peer | NotConnected[stage=GREETING, cause=RESET]
        -                    | -                        | -               | io-timeout        | read tcp: i/o timeout | NotTold[stage=GREETING, detail=io-timeout: read tcp: i/o timeout]
        -                    | -                        | -               | protocol-error    | Invalid response for SMTP | NotTold[stage=GREETING, detail=protocol-error: invalid response for smtp]
        -                    | -                        | -               | unknown-error     | - | NotTold[stage=CONNECT, detail=unknown-error]
        """)
    void anOutcomeIsWhatOurProbeWouldHaveTold(
            @Nullable String banner,
            @Nullable String ehlo,
            @Nullable String starttls,
            String status,
            @Nullable String error,
            String outcome) {
        String result = field("banner", banner) + field("ehlo", ehlo) + field("starttls", starttls);

        assertThat(outcome(line(result, status, error)).toString()).isEqualTo(outcome.replace("\\r\\n", "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        {"version":{"value":771},"supported_versions":{"selected_version":{"value":772}},"key_share":{"name":"x25519mlkem768","value":4588},"cipher_suite":{"name":"TLS_AES_128_GCM_SHA256","value":4865}} | {} | TLSv1.3 | TLS_AES_128_GCM_SHA256 | X25519MLKEM768
        {"version":{"value":771},"cipher_suite":{"name":"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256","value":49199}} | {"ecdh_params":{"curve_id":{"name":"secp256r1","id":23}}} | TLSv1.2 | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 | P-256
        {"version":{"value":771},"cipher_suite":{"name":"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256","value":49199}} | {"ecdh_params":{"curve_id":{"name":"brainpoolP256r1","id":26}}} | TLSv1.2 | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 | brainpoolP256r1
        {"version":{"value":769},"cipher_suite":{"name":"TLS_DHE_RSA_WITH_AES_128_CBC_SHA","value":51}} | {"dh_params":{"prime":{"value":"AA==","length":1024}}} | TLSv1 | TLS_DHE_RSA_WITH_AES_128_CBC_SHA | dh1024
        {"version":{"value":770},"cipher_suite":{"name":"TLS_DH_ANON_WITH_AES_128_CBC_SHA","value":52}} | {} | TLSv1.1 | TLS_DH_anon_WITH_AES_128_CBC_SHA | -
        {"version":{"value":768},"cipher_suite":{"name":"unknown","value":4660}} | {} | SSLv3 | 0x1234 | -
        """)
    void aSessionIsNamedAsOurClientNamesIt(
            String hello, String exchange, String version, String cipher, @Nullable String group) {
        String result = field("banner", "220 mx ESMTP")
                + ",\"ehlo\":\"" + HELLO + "\""
                + field("starttls", "220 go")
                + ",\"tls\":{\"handshake_log\":{\"server_hello\":%s,\"server_key_exchange\":%s}}"
                        .formatted(hello, exchange);

        assertThat(outcome(line(result, "success", null)))
                .isEqualTo(new SmtpOutcome.TlsEstablished(
                        new TlsSession(version, cipher, Optional.ofNullable(group), Optional.empty(), List.of())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"ip":"192.0.2.1","domain":"mx.example.net"}                                                     | no data.smtp
        {"ip":"192.0.2.1","domain":"mx.example.net","data":{"http":{"status":"success"}}}                | no data.smtp
        {"ip":"192.0.2.1","data":{"smtp":{"status":"success"}}}                                          | no domain
        {"domain":"mx.example.net","data":{"smtp":{"status":"success"}}}                                 | no ip
        {"ip":"192.0.2.1","domain":"mx..net","data":{"smtp":{"status":"success"}}}                       | the domain:
        {"ip":"192.0.2","domain":"mx.example.net","data":{"smtp":{"timestamp":"2026-11-30T09:00:00Z"}}}  | the ip:
        {"ip":"192.0.2.1","domain":"mx.example.net","data":{"smtp":{"timestamp":"today"}}}               | the timestamp:
        {"ip":"192.0.2.1","domain":"mx.example.net","data":{"smtp":{"result":{"implicit_tls":true}}}}    | TLS from the start
        {"ip":"192.0.2.1"                                                                                | no line of zgrab2:
        null                                                                                             | no line of zgrab2
        """)
    void whatIsNoLookAtAnMxHost(String line, String reason) {
        assertThat(ScanLine.parse(line))
                .isInstanceOfSatisfying(
                        ScanLine.Malformed.class,
                        malformed -> assertThat(malformed.reason()).startsWith(reason.strip()));
    }

    @ParameterizedTest
    @CsvSource({
        "example.nl 10 mx.example.net, 'Exchange[domain=example.nl, preference=10, host=mx.example.net]'",
        "Example.NL.\t0\tMX.example.net., 'Exchange[domain=example.nl, preference=0, host=mx.example.net]'",
        "example.nl. 3600 IN MX 10 mx.example.net., 'Exchange[domain=example.nl, preference=10, host=mx.example.net]'",
        "example.nl. MX 0 ., 'Exchange[domain=example.nl, preference=0, host=]'",
        "example.nl mx.example.net, Malformed[reason=neither `domain preference host` nor an MX record]",
        "example.nl. 3600 IN A 192.0.2.1, Malformed[reason=neither `domain preference host` nor an MX record]",
        "example.nl 70000 mx.example.net, Malformed[reason=a preference above 65535]",
        "; a comment, Nothing[]"
    })
    void aLineOfAnMxRecord(String line, String read) {
        assertThat(MxLine.parse(line).toString()).isEqualTo(read);
    }

    private static String field(String name, @Nullable String reply) {
        return reply == null ? "" : ",\"%s\":\"%s\\r\\n\"".formatted(name, reply);
    }

    private static String line(String result, String status, @Nullable String error) {
        return "{\"ip\":\"192.0.2.1\",\"domain\":\"MX.example.net\",\"data\":{\"smtp\":{\"status\":\"%s\",\"protocol\":\"smtp\",\"result\":{%s},\"timestamp\":\"2026-11-30T10:00:00+01:00\"%s}}}"
                .formatted(
                        status,
                        result.isEmpty() ? "" : result.substring(1),
                        error == null ? "" : ",\"error\":\"%s\"".formatted(error));
    }

    private static SmtpOutcome outcome(String line) {
        assertThat(ScanLine.parse(line)).isInstanceOf(ScanLine.Seen.class);
        SmtpObservation seen = ((ScanLine.Seen) ScanLine.parse(line)).seen();
        assertThat(seen.host()).isEqualTo("mx.example.net");
        assertThat(seen.observedAt()).isEqualTo(Instant.parse("2026-11-30T09:00:00Z"));
        return seen.outcome();
    }
}
