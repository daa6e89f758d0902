package org.mxcensus.lab.world;

import java.util.Optional;

/// The mail server of a host.
///
/// @param at where its behaviour shows; empty for the behaviour's usual stage
/// @param alert what [SmtpBehaviour#HANDSHAKE_FAILED] sends
/// @param limit how many connections it takes; empty for any number
public record SmtpSpec(
        SmtpBehaviour behaviour,
        Optional<Stage> at,
        Alert alert,
        Speech speech,
        Offer offer,
        Optional<Limit> limit,
        TlsSpec tls) {

    /// Plain-spoken, with STARTTLS offered once.
    public static final SmtpSpec DEFAULT = new SmtpSpec(
            SmtpBehaviour.STARTTLS,
            Optional.empty(),
            Alert.HANDSHAKE_FAILURE,
            Speech.PLAIN,
            Offer.ONCE,
            Optional.empty(),
            TlsSpec.DEFAULT);

    public static SmtpSpec of(SmtpBehaviour behaviour) {
        return DEFAULT.withBehaviour(behaviour);
    }

    /// The stage at which the behaviour shows; empty where that is no question.
    public Optional<Stage> stage() {
        return at.or(() -> behaviour.stages().stream().findFirst());
    }

    /// At its usual stage.
    public SmtpSpec withBehaviour(SmtpBehaviour value) {
        return new SmtpSpec(value, Optional.empty(), alert, speech, offer, limit, tls);
    }

    public SmtpSpec withAt(Stage value) {
        return new SmtpSpec(behaviour, Optional.of(value), alert, speech, offer, limit, tls);
    }

    public SmtpSpec withAlert(Alert value) {
        return new SmtpSpec(behaviour, at, value, speech, offer, limit, tls);
    }

    public SmtpSpec withSpeech(Speech value) {
        return new SmtpSpec(behaviour, at, alert, value, offer, limit, tls);
    }

    public SmtpSpec withOffer(Offer value) {
        return new SmtpSpec(behaviour, at, alert, speech, value, limit, tls);
    }

    public SmtpSpec withLimit(Limit value) {
        return new SmtpSpec(behaviour, at, alert, speech, offer, Optional.of(value), tls);
    }

    public SmtpSpec withTls(TlsSpec value) {
        return new SmtpSpec(behaviour, at, alert, speech, offer, limit, value);
    }

    public SmtpSpec withTls(TlsSupport value) {
        return withTls(tls.withSupport(value));
    }

    public SmtpSpec withCert(CertificateKind value) {
        return withTls(tls.withCert(value));
    }

    public SmtpSpec withKeyType(KeyType value) {
        return withTls(tls.withKeyType(value));
    }

    public SmtpSpec withGroup(TlsGroup value) {
        return withTls(tls.withGroup(value));
    }

    /// The number of the host's key.
    public SmtpSpec withKey(int value) {
        return withTls(tls.withNumber(value));
    }
}
