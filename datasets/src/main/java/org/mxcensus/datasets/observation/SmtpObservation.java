package org.mxcensus.datasets.observation;

import java.time.Instant;
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
/// @param connectMs time to the TCP connection in milliseconds; 0 where none came about
/// @param handshakeMs time of the TLS handshake in milliseconds; 0 where none came about
/// @param elapsedMs wall time of the probe in milliseconds
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
        long connectMs,
        long handshakeMs,
        long elapsedMs) {}
