package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import org.jspecify.annotations.Nullable;

/// What becomes of a mail that a sender of one kind sends to a domain.
///
/// @param outcome what becomes of the mail
/// @param reason the first failure on the way, as the sender would report it (RFC 8460 §4.3), also where the mail is
///     delivered all the same, be it by another host, without the policy, or since the policy is in testing; null
///     where nothing failed that the sender looks at
/// @param host the MX host that takes the mail or that could not be measured; where the mail is deferred, the first
///     at which delivery failed; null where there is none
public record Delivery(
        @ParquetString SenderOutcome outcome,
        @ParquetString @Nullable TlsFailure reason,
        @Nullable String host) {

    public static Delivery of(SenderOutcome outcome) {
        return new Delivery(outcome, null, null);
    }
}
