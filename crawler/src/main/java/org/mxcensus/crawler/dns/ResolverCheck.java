package org.mxcensus.crawler.dns;

import java.time.Duration;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.store.UserError;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/// Tells a resolver that will not do before a crawl has wasted an hour on it. The root's name servers are what
/// any resolver has at hand.
final class ResolverCheck {
    static final Question ROOT = new Question(Name.root, Type.NS);

    /// Somebody is waiting at a terminal.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final String ADVICE = "; give another with --resolver HOST:PORT.";

    private final NettyTransport wire;
    private final Exchange validated;

    ResolverCheck(NettyTransport wire, Exchange validated) {
        this.wire = wire;
        this.validated = validated;
    }

    /// @throws UserError where a resolver does not serve
    Security run() {
        wire.each(PATIENCE).forEach(ResolverCheck::serves);
        return switch (validated.ask(ROOT, new Tally())) {
            case Reply.Answered answered ->
                answered.message().getHeader().getFlag(Flags.AD) ? Security.SECURE : Security.INSECURE;
            case Reply.Failed failed -> throw rootDoesNotValidate(failed.failure());
        };
    }

    private static void serves(NettyTransport.SingleServer server) {
        String name = "The resolver " + server.name();
        switch (server.exchange().ask(ROOT, new Tally())) {
            case Reply.Failed failed -> throw new UserError(name + complaint(failed.failure()) + ADVICE);
            case Reply.Answered answered -> {
                Message message = answered.message();
                if (message.getRcode() != Rcode.NOERROR) {
                    throw new UserError(name + " answers " + Rcode.string(message.getRcode())
                            + " when asked for the root's name servers" + ADVICE);
                }
                if (!message.getHeader().getFlag(Flags.RA)) {
                    throw new UserError(
                            name + " does not look names up for others (it is no recursive resolver)" + ADVICE);
                }
            }
        }
    }

    private static String complaint(DnsFailure failure) {
        return switch (failure) {
            case TIMEOUT -> " does not answer";
            case NETWORK -> " cannot be reached";
            case MALFORMED -> " gives answers that cannot be read";
            case SERVFAIL, BOGUS, REFUSED, INTERNAL_ERROR -> " does not serve us (" + failure + ")";
        };
    }

    private static UserError rootDoesNotValidate(DnsFailure failure) {
        return new UserError(
                "The root's name servers cannot be validated (" + failure
                        + "): check this machine's clock and --trust-anchor, or give a --resolver that passes DNSSEC records on.");
    }
}
