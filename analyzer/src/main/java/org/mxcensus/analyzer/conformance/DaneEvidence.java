package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.analyzer.judge.Previous;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.observation.TlsaOutcome;

/// A case of DANE as a crawl would have seen it.
record DaneEvidence(DaneCase of, Material material) {
    private static final String ADDRESS = "192.0.2.1";
    private static final int TTL = 300;

    DomainObservation domain() {
        return Domains.plain(
                name(of.domain()),
                of.at(),
                new MxOutcome.Hosts(List.of(new MailExchange(10, name(of.host()))), of.mxSecurity(), TTL),
                Optional.ofNullable(of.mxAlias()).map(DaneEvidence::name));
    }

    HostObservation host() {
        return new HostObservation(
                name(of.host()),
                of.at(),
                name(of.host()),
                new Answer.Found<>(List.of(ADDRESS), of.addressSecurity(), TTL),
                new Answer.NoData<>(of.addressSecurity()),
                of.cname().stream().map(DaneEvidence::name).toList(),
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
                name(of.host()), ADDRESS, of.at(), name(of.host()), outcome(), SmtpDialogue.SILENCE, 0, 0, 0);
        DaneCase.OtherKey other = of.smtp().otherKey();
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

    Certificates certificates() {
        DaneCase.OtherKey other = of.smtp().otherKey();
        return material.certificates(List.of(of.smtp().chain(), other == null ? List.of() : other.chain()));
    }

    Previous previous() {
        DaneCase.Before before = of.previous();
        if (before == null) {
            return Previous.NONE;
        }
        Previous.Host host =
                new Previous.Host(TlsaText.parse(before.tlsa()), Map.of(ADDRESS, material.digests(before.chain())));
        return new Previous() {
            @Override
            public Optional<Host> host(String name) {
                return name.equals(DaneEvidence.name(of.host())) ? Optional.of(host) : Optional.empty();
            }

            @Override
            public Optional<Policy> policy(String domain) {
                return Optional.empty();
            }

            @Override
            public Certificates certificates() {
                return material.certificates(List.of(before.chain()));
            }
        };
    }

    /// As tables have names.
    private static String name(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
