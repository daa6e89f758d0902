package org.mxcensus.datasets.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that was seen of one address of one MX host.
///
/// @param host the MX host
/// @param ip the address connected to, as text
/// @param observedAt when the probe began
/// @param sni the server name sent in the handshake (RFC 7672 §8.1)
/// @param attempt 1 for the first try
/// @param notBefore when to come back, where a retry is due
/// @param reusedFrom the host on the same address whose handshake stands for this one
/// @param reuseAgreed where this one was probed to test what others take over: whether it showed the same
/// @param connectMs time to the TCP connection in milliseconds; 0 where none came about
/// @param handshakeMs time of the TLS handshake in milliseconds; 0 where none came about
/// @param elapsedMs wall time of the probe in milliseconds
/// @param secondLooks further handshakes, in the order in which they were made; none where the row is taken over
public record SmtpObservation(
        String host,
        String ip,
        Instant observedAt,
        String sni,
        SmtpOutcome outcome,
        SmtpDialogue dialogue,
        int attempt,
        Optional<Instant> notBefore,
        Optional<String> reusedFrom,
        Optional<Boolean> reuseAgreed,
        long connectMs,
        long handshakeMs,
        long elapsedMs,
        List<SecondLook> secondLooks) {

    public SmtpObservation {
        secondLooks = List.copyOf(secondLooks);
    }

    /// What was seen at the first try, by a probe of its own.
    public static SmtpObservation first(
            String host,
            String ip,
            Instant observedAt,
            String sni,
            SmtpOutcome outcome,
            SmtpDialogue dialogue,
            long connectMs,
            long handshakeMs,
            long elapsedMs) {
        return new SmtpObservation(
                host,
                ip,
                observedAt,
                sni,
                outcome,
                dialogue,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                connectMs,
                handshakeMs,
                elapsedMs,
                List.of());
    }

    /// The same, seen at this try.
    ///
    /// @param again when to come back, where a retry is due
    public SmtpObservation atTry(int number, Optional<Instant> again) {
        return with(number, again, reusedFrom, reuseAgreed, secondLooks);
    }

    /// The same, seen to test what other names of the address take over.
    ///
    /// @param agreed whether it showed the same
    public SmtpObservation testingReuse(boolean agreed) {
        return with(attempt, notBefore, reusedFrom, Optional.of(agreed), secondLooks);
    }

    /// The same, not seen by itself but taken over.
    ///
    /// @param model the host on the same address whose handshake stands for this one
    public SmtpObservation takenOverFrom(String model) {
        return with(attempt, notBefore, Optional.of(model), reuseAgreed, List.of());
    }

    /// The same, looked at again.
    public SmtpObservation lookedAtAgain(List<SecondLook> looks) {
        return with(attempt, notBefore, reusedFrom, reuseAgreed, looks);
    }

    private SmtpObservation with(
            int number,
            Optional<Instant> again,
            Optional<String> from,
            Optional<Boolean> agreed,
            List<SecondLook> looks) {
        return new SmtpObservation(
                host,
                ip,
                observedAt,
                sni,
                outcome,
                dialogue,
                number,
                again,
                from,
                agreed,
                connectMs,
                handshakeMs,
                elapsedMs,
                looks);
    }
}
