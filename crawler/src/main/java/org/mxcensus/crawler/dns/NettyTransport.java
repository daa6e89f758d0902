package org.mxcensus.crawler.dns;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.DnsFailure;
import org.xbill.DNS.Message;

/// Carries questions to the resolvers: datagrams, repeated within the time there is, and TCP where an
/// answer was cut.
final class NettyTransport implements Exchange, AutoCloseable {

    /// Time enough for three datagrams to a resolver that is alive and busy.
    private static final Duration CANARY = Duration.ofSeconds(3);

    private final EventLoops loops;
    private final TcpExchange tcp;
    private final Servers servers;
    private final Semaphore places;
    private final Duration timeout;
    private final int attempts;

    /// @param random where message ids come from; a secure one wherever the resolver is not on this machine
    NettyTransport(ResolverConfig config, EventLoops loops, RandomGenerator random) {
        this.loops = loops;
        this.tcp = new TcpExchange(loops, random);
        MessageIds ids = new MessageIds(random);
        this.servers = new Servers(config.servers().stream()
                .map(address -> new Server(address, ids, loops))
                .toList());
        this.places = new Semaphore(config.inFlight());
        this.timeout = config.timeout();
        this.attempts = config.attempts();
    }

    @Override
    public Reply ask(Question question, Tally tally) {
        return askFrom(servers, question, timeout, tally);
    }

    /// Each resolver alone, for a first look at it.
    ///
    /// @param patience the most time a question has; the configured time where that is less
    Stream<SingleServer> each(Duration patience) {
        Duration limit = atMost(patience);
        return servers.all().stream()
                .map(server -> new SingleServer(
                        Addresses.text(server.address()),
                        (question, tally) -> askFrom(new Servers(List.of(server)), question, limit, tally)));
    }

    /// Asks for the root's name servers, which any resolver has at hand. Takes no place: all may be taken by
    /// questions that wait in vain.
    ///
    /// @return whether anything came back
    boolean isThere() {
        return switch (new Attempts(servers, QueryWire.of(ResolverCheck.ROOT), atMost(CANARY), new Tally()).run()) {
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

    private Duration atMost(Duration limit) {
        return limit.compareTo(timeout) < 0 ? limit : timeout;
    }

    /// @param name its address
    record SingleServer(String name, Exchange exchange) {}

    @Override
    public void close() {
        loops.close();
    }

    private Reply askFrom(Servers candidates, Question question, Duration limit, Tally tally) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a place");
        }
        try {
            return new Attempts(candidates, QueryWire.of(question), limit, tally).run();
        } finally {
            places.release();
        }
    }

    /// The attempts at one question.
    private final class Attempts {
        private final Servers candidates;
        private final QueryWire query;
        private final Duration limit;
        private final Tally tally;
        private final long deadline;
        private Flight flight;

        Attempts(Servers candidates, QueryWire query, Duration limit, Tally tally) {
            this.candidates = candidates;
            this.query = query;
            this.limit = limit;
            this.tally = tally;
            this.deadline = System.nanoTime() + limit.toNanos();
            this.flight = new Flight(query);
        }

        Reply run() {
            try {
                for (int attempt = 0; attempt < attempts; attempt++) {
                    Optional<Message> message = once(candidates.next(), slice(attempt));
                    if (message.isPresent()) {
                        return new Reply.Answered(message.get());
                    }
                }
                return new Reply.Failed(flight.otherwise());
            } finally {
                if (!flight.hasLanded()) {
                    loops.execute(flight::release);
                }
            }
        }

        private Optional<Message> once(Server server, Duration slice) {
            tally.add();
            server.port().transmit(flight);
            Optional<Flight.Arrival> arrival = flight.await(slice);
            if (arrival.isEmpty()) {
                server.silent();
                if (server.isUnreachable() && flight.otherwise() == DnsFailure.TIMEOUT) {
                    flight.note(DnsFailure.NETWORK);
                }
                return Optional.empty();
            }
            byte[] bytes = arrival.get().message();
            return isCut(bytes) ? overTcp(arrival.get().from()) : parse(bytes);
        }

        /// RFC 7766 §5: an answer that was cut is had again over TCP.
        private Optional<Message> overTcp(Server server) {
            tally.add();
            return switch (tcp.ask(server.address(), query, Duration.ofNanos(deadline - System.nanoTime()))) {
                case TcpExchange.Outcome.Came came -> parse(came.message());
                case TcpExchange.Outcome.Failed failed -> again(failed.failure());
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

        /// The next attempt is a new flight, and fails as this one did where nothing comes.
        private Optional<Message> again(DnsFailure failure) {
            flight = new Flight(query);
            flight.note(failure);
            return Optional.empty();
        }

        /// Each attempt waits twice as long as the one before.
        private Duration slice(int attempt) {
            return limit.multipliedBy(1L << attempt).dividedBy((1L << attempts) - 1);
        }
    }

    private static boolean isCut(byte[] message) {
        int tc = 0x02;
        return (message[2] & tc) != 0;
    }
}
