package org.mxcensus.crawler.dns;

import java.time.Duration;
import java.util.List;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;

/// Takes the resolver's word for what is secure, and finds out what its SERVFAIL means.
final class TrustedResolver implements Exchange {

    /// Resolvers keep a failure for a while (RFC 9520 §3.2), Unbound for five seconds; only after that does a
    /// second SERVFAIL say more than the first.
    static final Duration SPACING = Duration.ofSeconds(6);

    private final Exchange wire;
    private final Pause pause;

    TrustedResolver(Exchange wire, Pause pause) {
        this.wire = wire;
        this.pause = pause;
    }

    @Override
    public Reply ask(Question question, Tally tally) {
        Reply first = ResponseCodes.usable(wire.ask(question, tally));
        return first instanceof Reply.Failed(DnsFailure failure, List<ExtendedError> errors)
                        && failure == DnsFailure.SERVFAIL
                ? examine(question, errors, tally)
                : first;
    }

    /// A resolver that gives no extended error says SERVFAIL for broken servers and broken signatures alike.
    /// Where the data is to be had without validation (RFC 4035 §3.2.2), and still not with it, the
    /// signatures are broken.
    private Reply examine(Question question, List<ExtendedError> errors, Tally tally) {
        Reply unchecked = ResponseCodes.usable(wire.ask(question.withCheckingDisabled(), tally));
        if (unchecked instanceof Reply.Failed) {
            return new Reply.Failed(DnsFailure.SERVFAIL, errors);
        }
        pause.await(SPACING);
        Reply again = ResponseCodes.usable(wire.ask(question, tally));
        return again instanceof Reply.Failed(DnsFailure failure, List<ExtendedError> latest)
                        && failure == DnsFailure.SERVFAIL
                ? new Reply.Failed(DnsFailure.BOGUS, latest)
                : again;
    }
}
