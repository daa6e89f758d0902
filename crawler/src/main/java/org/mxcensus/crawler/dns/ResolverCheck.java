package org.mxcensus.crawler.dns;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
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

    /// The most time that a resolver has: somebody is waiting at a terminal.
    static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final String ANCHORS_ELSEWHERE =
            "The trust anchors of --trust-anchor say nothing of the root, so that"
                    + " only what lies below them will count as signed.";

    private static final String ADVICE = "; give another with --resolver HOST:PORT.";

    private final List<NettyTransport.SingleServer> servers;
    private final Exchange validated;
    private final ResolverConfig config;
    private final Clock clock;

    /// @param servers each resolver alone
    /// @param clock what the age of the shipped anchors is told by
    ResolverCheck(List<NettyTransport.SingleServer> servers, Exchange validated, ResolverConfig config, Clock clock) {
        this.servers = servers;
        this.validated = validated;
        this.config = config;
        this.clock = clock;
    }

    /// @throws UserError where a resolver does not serve
    ResolverReport run() {
        // Each of them: questions go round.
        List<String> mute = servers.stream()
                .filter(server -> !serves(server).getHeader().getFlag(Flags.AD))
                .map(NettyTransport.SingleServer::name)
                .toList();
        return config.believesAd() ? believed(mute) : validated();
    }

    /// A resolver that is believed and does not vouch for the root vouches for nothing.
    private static ResolverReport believed(List<String> mute) {
        return mute.isEmpty()
                ? new ResolverReport(Security.SECURE, List.of())
                : new ResolverReport(Security.INSECURE, List.of(doesNotValidate(String.join(", ", mute))));
    }

    private ResolverReport validated() {
        Optional<String> age = config.trustAnchor().isPresent()
                ? Optional.empty()
                : ShippedAnchors.get().warning(clock);
        return switch (validated.ask(ROOT, new Tally())) {
            case Reply.Failed(DnsFailure failure, List<ExtendedError> _) -> throw rootDoesNotValidate(failure);
            case Reply.Answered(Message root)
            when root.getHeader().getFlag(Flags.AD) ->
                new ResolverReport(Security.SECURE, age.stream().toList());
            case Reply.Answered _ ->
                new ResolverReport(
                        Security.INSECURE,
                        Stream.concat(Stream.of(ANCHORS_ELSEWHERE), age.stream())
                                .toList());
        };
    }

    /// The answer of a resolver that serves.
    private static Message serves(NettyTransport.SingleServer server) {
        String name = "The resolver " + server.name();
        return switch (server.exchange().ask(ROOT, new Tally())) {
            case Reply.Failed failed -> throw new UserError(name + complaint(failed.failure()) + ADVICE);
            case Reply.Answered(Message message) -> {
                if (message.getRcode() != Rcode.NOERROR) {
                    throw new UserError(name + " answers " + Rcode.string(message.getRcode())
                            + " when asked for the root's name servers" + ADVICE);
                }
                if (!message.getHeader().getFlag(Flags.RA)) {
                    throw new UserError(
                            name + " does not look names up for others (it is no recursive resolver)" + ADVICE);
                }
                yield message;
            }
        };
    }

    private static String complaint(DnsFailure failure) {
        return switch (failure) {
            case TIMEOUT -> " does not answer";
            case NETWORK -> " cannot be reached";
            case MALFORMED -> " gives answers that cannot be read";
            case SERVFAIL, BOGUS, REFUSED, NOT_ASKED, INTERNAL_ERROR -> " does not serve us (" + failure + ")";
        };
    }

    private static String doesNotValidate(String names) {
        return "The resolver " + names + " does not validate: it vouches for nothing, not even the root's name servers,"
                + " so that nothing it says will count as signed, and no domain as protected by DANE; give one that"
                + " validates with --resolver (deploy/resolver has one), or the root's DS records with"
                + " --trust-anchor FILE to validate in this process.";
    }

    private UserError rootDoesNotValidate(DnsFailure failure) {
        String advice = "check this machine's clock (" + clock.instant().truncatedTo(ChronoUnit.SECONDS)
                + ") and --trust-anchor, or give a --resolver that passes DNSSEC records on";
        String keys = failure == DnsFailure.BOGUS && config.trustAnchor().isEmpty()
                ? "; or the root has come to other keys than this program carries, those of "
                        + ShippedAnchors.get().asOf()
                        + ": then get a newer mxcensus, or give its present DS records with --trust-anchor FILE"
                : "";
        return new UserError("The root's name servers cannot be validated (" + failure + "): " + advice + keys + ".");
    }
}
