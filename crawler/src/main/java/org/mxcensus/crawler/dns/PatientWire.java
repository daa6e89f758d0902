package org.mxcensus.crawler.dns;

import org.mxcensus.datasets.observation.DnsFailure;

/// Tells a resolver that is away from a name that nobody answers for, and asks again when the resolver is
/// back.
///
/// Only silence and a network that refuses are in doubt: whoever answers, whatever the response code, is
/// there. Never gives up on the resolver; interrupt whoever waits.
final class PatientWire implements Exchange {

    /// A question over which the resolver goes away so often is not asked again: it may be what brings it
    /// down.
    private static final int MOST_TRIES = 8;

    private final Exchange wire;
    private final Presence resolver;

    PatientWire(Exchange wire, Presence resolver) {
        this.wire = wire;
        this.resolver = resolver;
    }

    /// @param tally counts the messages of the last try: what was sent to nobody is not the name's
    /// @throws java.util.concurrent.CancellationException where the waiting thread is interrupted
    @Override
    public Reply ask(Question question, Tally tally) {
        boolean doubted = false;
        for (int tries = 1; ; tries++) {
            resolver.await();
            long asked = resolver.now();
            Tally messages = new Tally();
            Reply reply = wire.ask(question, messages);
            if (isAnswer(reply)) {
                resolver.heard();
            }
            if (isAnswer(reply) || tries == MOST_TRIES || isTheNames(resolver.since(asked), doubted)) {
                tally.add(messages);
                return reply;
            }
            doubted = true;
        }
    }

    /// Whether a failure is the name's. Where the resolver was not seen for a while, it may have been away
    /// all the time that the question waited: asked once more, the name has had its chance.
    private static boolean isTheNames(Presence.Verdict verdict, boolean doubted) {
        return switch (verdict) {
            case THERE -> true;
            case AWAY -> false;
            case UNSEEN -> doubted;
        };
    }

    private static boolean isAnswer(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> true;
            case Reply.Failed failed ->
                failed.failure() != DnsFailure.TIMEOUT && failed.failure() != DnsFailure.NETWORK;
        };
    }
}
