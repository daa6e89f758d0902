package org.mxcensus.crawler.dns;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.DnsFailure;
import org.xbill.DNS.Message;

/// Carries questions to the resolvers: datagrams, repeated within the time there is, and TCP where an
/// answer was cut. What is here happens in the callers' threads; they hand over bytes, and read bytes.
final class NettyTransport implements Exchange, AutoCloseable {

    /// Time enough for three datagrams to a resolver that is alive and busy.
    private static final Duration CANARY = Duration.ofSeconds(3);

    private final Dispatcher dispatcher;
    private final TcpExchange tcp;
    private final Servers servers;
    private final Duration timeout;
    private final int attempts;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /// @param random where message ids come from; a secure one wherever the resolver is not on this machine
    NettyTransport(ResolverConfig config, EventLoops loops, RandomGenerator random) {
        this.dispatcher = new Dispatcher(loops, config.inFlight());
        this.tcp = new TcpExchange(loops, random);
        MessageIds ids = new MessageIds(random);
        this.servers = new Servers(config.servers().stream()
                .map(address ->
                        new Server(address, config.inFlight(), config.inFlight() * config.attempts(), ids, dispatcher))
                .toList());
        this.timeout = config.timeout();
        this.attempts = config.attempts();
    }

    @Override
    public Reply ask(Question question, Tally tally) {
        return new Attempts(servers, QueryWire.of(question), timeout, false, tally).run();
    }

    /// Each resolver alone, for a first look at it.
    ///
    /// @param patience the most time a question has; the configured time where that is less
    Stream<SingleServer> each(Duration patience) {
        Duration limit = atMost(patience);
        return servers.all().stream()
                .map(server -> new SingleServer(
                        Addresses.text(server.address()),
                        (question, tally) -> new Attempts(
                                        new Servers(List.of(server)), QueryWire.of(question), limit, false, tally)
                                .run()));
    }

    /// Asks for the root's name servers, which any resolver has at hand. Waits for no place and no window: all
    /// may be taken by questions that wait in vain.
    ///
    /// @return whether anything came back
    boolean isThere() {
        return switch (new Attempts(servers, QueryWire.of(ResolverCheck.ROOT), atMost(CANARY), true, new Tally())
                .run()) {
            case Reply.Answered answered -> true;
            case Reply.Failed failed -> failed.failure() == DnsFailure.MALFORMED;
        };
    }

    /// The addresses of the resolvers.
    String names() {
        return servers.all().stream()
                .map(server -> Addresses.text(server.address()))
                .collect(Collectors.joining(", "));
    }

    /// How many datagrams each resolver takes at a time, as far as one can tell by now.
    List<Integer> windows() {
        return servers.all().stream().map(server -> server.window().size()).toList();
    }

    private Duration atMost(Duration limit) {
        return limit.compareTo(timeout) < 0 ? limit : timeout;
    }

    /// @param name its address
    record SingleServer(String name, Exchange exchange) {}

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            tcp.close();
            dispatcher.close();
        }
    }

    /// The attempts at one question.
    private final class Attempts {
        private final Servers candidates;
        private final QueryWire query;
        private final boolean isUrgent;
        private final Tally tally;
        private final Duration limit;
        private long deadline;
        private boolean hasBegun;
        private int sendsLeft = attempts;
        private DnsFailure failure = DnsFailure.TIMEOUT;

        Attempts(Servers candidates, QueryWire query, Duration limit, boolean isUrgent, Tally tally) {
            this.candidates = candidates;
            this.query = query;
            this.limit = limit;
            this.isUrgent = isUrgent;
            this.tally = tally;
        }

        Reply run() {
            while (sendsLeft > 0 && nanosLeft() > 0) {
                Optional<Message> message = once();
                if (message.isPresent()) {
                    return new Reply.Answered(message.get());
                }
            }
            return new Reply.Failed(failure);
        }

        /// One flight: as many datagrams as it takes to get an answer, which may prove to be of no use.
        private Optional<Message> once() {
            Flight flight =
                    new Flight(query, candidates, new Flight.Patience(sendsLeft, nanosLeft()), isUrgent, failure);
            Flight.Outcome outcome = fly(flight);
            tally.add(flight.sent());
            sendsLeft -= flight.sent();
            deadline = flight.deadline();
            hasBegun = true;
            return switch (outcome) {
                case Flight.Outcome.Arrived(byte[] bytes, Server from) ->
                    Header.isCut(bytes) ? overTcp(from) : parse(bytes);
                case Flight.Outcome.Nothing(DnsFailure why) -> {
                    sendsLeft = 0;
                    yield again(why);
                }
                case Flight.Outcome.Cancelled cancelled -> throw new CancellationException("the DNS client is closed");
            };
        }

        /// The time of a question begins with its first datagram.
        private long nanosLeft() {
            return hasBegun ? deadline - System.nanoTime() : limit.toNanos();
        }

        private Flight.Outcome fly(Flight flight) {
            dispatcher.depart(flight);
            return flight.await().orElseThrow(() -> {
                dispatcher.abandon(flight);
                return new CancellationException("interrupted while waiting for the DNS");
            });
        }

        /// RFC 7766 §5: an answer that was cut is had again over TCP.
        private Optional<Message> overTcp(Server server) {
            return switch (tcp.ask(server.address(), query, Duration.ofNanos(nanosLeft()), tally)) {
                case TcpQuestion.Outcome.Came(byte[] bytes) -> parse(bytes);
                case TcpQuestion.Outcome.Failed(DnsFailure why) -> again(why);
            };
        }

        private Optional<Message> parse(byte[] bytes) {
            try {
                return Optional.of(new Message(bytes));
            } catch (IOException | RuntimeException e) {
                // Whatever a peer can send must not be a bug of ours.
                return again(DnsFailure.MALFORMED);
            }
        }

        /// The next flight fails as this one did where nothing comes.
        private Optional<Message> again(DnsFailure why) {
            failure = why;
            return Optional.empty();
        }
    }
}
