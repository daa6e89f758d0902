package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.TlsFlaw;
import org.mxcensus.datasets.schema.TlsGrade;

/// What a client does not offer, nobody can be said to lack.
class ClientTest {
    private static final String HOST = "mx.example.nl";
    private static final Pki.Identity LEAF = Pki.selfSigned(Pki.Form.server(HOST));
    private static final Client OF_TLS13 = new Client(true, false);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # version, group         , offers tls13, offers mlkem, tls13     , pq        , grade
        TLSv1.3  , X25519        , true        , true        , YES       , NO        , MODERN
        TLSv1.3  , X25519        , true        , false       , YES       , UNMEASURED, MODERN
        TLSv1.3  , X25519MLKEM768, true        , true        , YES       , YES       , MODERN
        TLSv1.2  , X25519        , true        , true        , NO        , NO        , ADEQUATE
        TLSv1.2  , X25519        , true        , false       , NO        , UNMEASURED, ADEQUATE
        TLSv1.2  , X25519        , false       , false       , UNMEASURED, UNMEASURED, UNMEASURED
        TLSv1.1  , -             , false       , false       , UNMEASURED, UNMEASURED, DEPRECATED
        """)
    void aSessionIsJudgedByWhatWasOffered(
            String version,
            @Nullable String group,
            boolean tls13Offered,
            boolean mlKemOffered,
            Finding tls13,
            Finding postQuantum,
            TlsGrade grade) {
        HostVerdictRow row = judge(new Client(tls13Offered, mlKemOffered), session(version, group));

        assertThat(row.starttls()).isEqualTo(Finding.YES);
        assertThat(row.tls13()).isEqualTo(tls13);
        assertThat(row.postQuantum()).isEqualTo(postQuantum);
        assertThat(row.tlsGrade()).isEqualTo(grade);
        assertThat(row.tlsFlaws().contains(TlsFlaw.NO_TLS13)).isEqualTo(tls13Offered && version.equals("TLSv1.2"));
    }

    @Test
    void aHandshakeWithoutTls13MayHaveFailedForThatReason() {
        SmtpOutcome failed =
                new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("protocol_version"), "");

        assertThat(judge(Client.UNKNOWN, failed).starttls()).isEqualTo(Finding.UNMEASURED);
        assertThat(judge(OF_TLS13, failed).starttls()).isEqualTo(Finding.NO);
        assertThat(judge(Client.UNKNOWN, new SmtpOutcome.StartTlsNotOffered()).starttls())
                .isEqualTo(Finding.NO);
    }

    @Test
    void aClientIsKnownByItsSessions() {
        assertThat(client(session("TLSv1.2", "X25519"))).isEqualTo(Client.UNKNOWN);
        assertThat(client(session("TLSv1.3", "X25519"))).isEqualTo(OF_TLS13);
        assertThat(client(session("TLSv1.3", "X25519MLKEM768"))).isEqualTo(Client.OURS);
        assertThat(client(new SmtpOutcome.StartTlsNotOffered())).isEqualTo(Client.UNKNOWN);
        assertThat(Client.UNKNOWN.or(OF_TLS13)).isEqualTo(OF_TLS13);
    }

    private static Client client(SmtpOutcome outcome) {
        return Client.of(Seen.smtp(HOST, Seen.IP4, outcome));
    }

    private static SmtpOutcome session(String version, @Nullable String group) {
        return new SmtpOutcome.TlsEstablished(new TlsSession(
                version,
                version.equals("TLSv1.3") ? "TLS_AES_128_GCM_SHA256" : "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                Optional.ofNullable(group),
                Optional.empty(),
                List.of(LEAF.sha256())));
    }

    private static HostVerdictRow judge(Client client, SmtpOutcome outcome) {
        List<CertificateObservation> sent = List.of(LEAF.observed());
        return new Judge(TestCrawl.roots(), TestCrawl.PROVIDERS, Reach.BOTH, client, Previous.NONE)
                .judgeHost(
                        Seen.host(HOST, Security.UNKNOWN, new TlsaOutcome.NotAsked()),
                        List.of(Seen.smtp(HOST, Seen.IP4, outcome)),
                        Certificates.of(sent))
                .addresses()
                .getFirst()
                .row();
    }
}
