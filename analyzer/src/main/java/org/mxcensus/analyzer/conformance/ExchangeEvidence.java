package org.mxcensus.analyzer.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.observation.TlsaOutcome;

/// An MX host of a case as a crawl would have seen it.
///
/// @param at when
record ExchangeEvidence(Exchange of, Instant at, Material material) {
    static final String ADDRESS = "192.0.2.1";
    private static final int TTL = 300;

    /// As tables have names.
    static String name(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    MailExchange record() {
        return new MailExchange(of.preference(), name(of.host()));
    }

    HostObservation host() {
        return new HostObservation(
                name(of.host()),
                at,
                name(of.host()),
                new Answer.Found<>(List.of(ADDRESS), of.addressSecurity(), TTL),
                new Answer.NoData<>(of.addressSecurity()),
                of.cname().stream().map(ExchangeEvidence::name).toList(),
                tlsa(),
                List.of(),
                0,
                0);
    }

    private TlsaOutcome tlsa() {
        String base = name(of.tlsa().base() == null ? of.host() : of.tlsa().base());
        return switch (of.tlsa().status()) {
            case FOUND -> new TlsaOutcome.Found(base, TlsaText.parse(of.tlsa().records()), TTL);
            case FOUND_INSECURE ->
                new TlsaOutcome.FoundInsecure(base, TlsaText.parse(of.tlsa().records()), TTL);
            case ABSENT -> new TlsaOutcome.Absent(of.addressSecurity());
            case FAILED -> new TlsaOutcome.Failed(base, Given.value(of.tlsa().failure(), "failure"), List.of());
        };
    }

    SmtpObservation smtp() {
        SmtpObservation first = SmtpObservation.first(
                name(of.host()), ADDRESS, at, name(of.host()), outcome(), SmtpDialogue.SILENCE, 0, 0, 0);
        DaneCase.@Nullable OtherKey other = of.smtp().otherKey();
        return other == null
                ? first
                : first.lookedAtAgain(List.of(new SecondLook(SecondLook.Purpose.OTHER_KEY, tls(other.chain()))));
    }

    private SmtpOutcome outcome() {
        return switch (of.smtp().starttls()) {
            case ESTABLISHED -> tls(of.smtp().chain());
            case NOT_OFFERED -> new SmtpOutcome.StartTlsNotOffered();
            case REFUSED -> new SmtpOutcome.StartTlsRefused(reply());
            case HANDSHAKE_FAILED ->
                new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("handshake_failure"), "");
            case NOT_CONNECTED -> new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.REFUSED);
            case DEFERRED -> new SmtpOutcome.Deferred(SmtpStage.GREETING, reply());
        };
    }

    private SmtpReply reply() {
        return new SmtpReply(Given.value(of.smtp().reply(), "reply"), "");
    }

    private SmtpOutcome tls(List<String> chain) {
        return new SmtpOutcome.TlsEstablished(new TlsSession(
                "TLSv1.3", "TLS_AES_128_GCM_SHA256", Optional.empty(), Optional.empty(), material.digests(chain)));
    }
}
