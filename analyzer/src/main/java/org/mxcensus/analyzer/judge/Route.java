package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.SenderOutcome;

/// The way of a mail through a domain's MX hosts.
///
/// A sender tries MX hosts by preference (RFC 5321 §5.1) and goes on to the next where its rules forbid delivery
/// (RFC 7672 §2.2, RFC 8461 §5.1). Among equally preferred hosts and addresses it may meet any, so the weakest
/// delivery counts; and if one of those is unmeasured, so is the outcome.
record Route(ExchangeSet set) {

    /// What one kind of sender does at one address.
    interface Sender {
        Delivery at(AddressJudgement address);
    }

    /// @return the host that takes the mail, else the first that failed; the reason is the first failure on the way
    Delivery of(Sender sender) {
        @Nullable Delivery failed = null;
        for (List<HostJudgement> equals : set.byPreference()) {
            @Nullable Delivery weakest = null;
            for (Delivery attempt :
                    equals.stream().flatMap(host -> attempts(host, sender)).toList()) {
                if (failed == null && attempt.outcome() == SenderOutcome.DEFERRED) {
                    failed = attempt;
                }
                weakest = weakest == null || rank(attempt) > rank(weakest) ? attempt : weakest;
            }
            if (weakest != null && weakest.outcome() != SenderOutcome.DEFERRED) {
                return failed == null ? weakest : new Delivery(weakest.outcome(), failed.reason(), weakest.host());
            }
        }
        return failed == null ? Delivery.of(SenderOutcome.NO_MAIL) : failed;
    }

    private static Stream<Delivery> attempts(HostJudgement host, Sender sender) {
        return host.known()
                ? host.deciding().map(sender::at)
                : Stream.of(new Delivery(SenderOutcome.UNMEASURED, null, host.host()));
    }

    /// Unmeasured before all, then the weakest delivery; deferral only where nothing delivers. Among equals the one
    /// at which something failed.
    private static int rank(Delivery attempt) {
        int rank = switch (attempt.outcome()) {
            case UNMEASURED -> 5;
            case PLAINTEXT -> 4;
            case ENCRYPTED -> 3;
            case AUTHENTICATED -> 2;
            case DEFERRED -> 1;
            case NO_MAIL -> 0;
        };
        return 2 * rank + (attempt.reason() == null ? 0 : 1);
    }
}
