package org.mxcensus.datasets.schema;

import org.jspecify.annotations.Nullable;

/// What becomes of a mail that a sender of one kind sends to a domain.
///
/// @param reason what the sender would put into its TLS report (RFC 8460 §4.3); null where nothing failed
/// @param host the MX host that decided; null where none did
public record Delivery(
        SenderOutcome outcome,
        @Nullable TlsFailure reason,
        @Nullable String host) {

    public static Delivery of(SenderOutcome outcome) {
        return new Delivery(outcome, null, null);
    }
}
