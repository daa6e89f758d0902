package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.observation.DnsFailure;
import org.xbill.DNS.Type;

/// Whom a question goes to. Nothing is sent here.
class ServersTest {
    private static final QueryWire QUERY = QueryWire.of(new Question(Messages.name("a.example"), Type.A));
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Dispatcher dispatcher = new Dispatcher(new EventLoops(), 100);
    private final Server one = server(1053);
    private final Server two = server(1054);
    private final Server three = server(1055);
    private final Servers all = new Servers(List.of(one, two, three));
    private long now = 42;

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void amongEqualsItIsRoundRobin() {
        assertThat(List.of(next(), next(), next(), next())).containsExactly(one, two, three, one);
    }

    /// Whoever answers twice as fast empties its window twice as fast.
    @Test
    void theEmptiestWindowIsNext() {
        List<Server> asked = new ArrayList<>();
        for (int turn = 0; turn < 200; turn++) {
            Server server = next();
            asked.add(server);
            server.window().sent();
            if (turn % 2 == 0) {
                settle(one, 1);
            }
            if (turn % 4 == 0) {
                settle(two, 1);
            }
            if (turn % 8 == 0) {
                settle(three, 1);
            }
        }
        assertThat(count(asked, one)).isGreaterThan(count(asked, two));
        assertThat(count(asked, two)).isGreaterThan(count(asked, three));
    }

    @Test
    void whereAllWindowsAreFullNobodyIsAskedButByTheUrgent() {
        for (Server server : all.all()) {
            while (server.window().hasRoom()) {
                server.window().sent();
            }
        }
        assertThat(all.next(flight(false), now)).isNull();
        assertThat(all.next(flight(true), now)).isNotNull();
    }

    @Test
    void whoIsNotWellIsLeftAndLookedAtAfterASecond() {
        two.health().unreachable(now);
        assertThat(List.of(next(), next(), next())).containsExactly(one, three, one);
        now += SECOND;
        assertThat(List.of(next(), next(), next(), next()))
                .containsOnlyOnce(two)
                .startsWith(two);
        two.health().answered(false, now);
        assertThat(List.of(next(), next(), next())).containsExactlyInAnyOrder(one, two, three);
    }

    @Test
    void whereNobodyIsWellAnyIsAsked() {
        all.all().forEach(server -> server.health().unreachable(now));
        assertThat(List.of(next(), next(), next())).containsExactly(one, two, three);
    }

    @Test
    void whoWasSilentThroughoutIsNotAskedAgainAndWhoAnsweredOthersIs() {
        Flight flight = flight(false);
        flight.sent(new Transmission(flight, one.anyPort(), 1, now, null));
        assertThat(all.next(flight, now)).isNotEqualTo(one);
        one.health().answered(false, now + 1);
        assertThat(all.next(flight, now + 2)).isEqualTo(one);
    }

    @Test
    void theThirdTimeAnotherIsAsked() {
        Flight flight = flight(false);
        flight.sent(new Transmission(flight, one.anyPort(), 1, now, null));
        flight.sent(new Transmission(flight, one.anyPort(), 2, now, flight.last()));
        one.health().answered(false, now + 1);
        assertThat(all.next(flight, now + 2)).isNotEqualTo(one);
    }

    @Test
    void whatOneRefusesAnotherIsAsked() {
        Flight flight = flight(false);
        flight.sent(new Transmission(flight, one.anyPort(), 1, now, null));
        one.health().answered(true, now + 1);
        flight.note(new Flight.Outcome.Arrived(new byte[] {0, 0, 0, 5}, one));
        assertThat(all.next(flight, now + 2)).isNotEqualTo(one);
    }

    private Server next() {
        Server next = all.next(flight(false), now);
        assertThat(next).isNotNull();
        return next;
    }

    private Flight flight(boolean isUrgent) {
        return new Flight(QUERY, all, new Flight.Patience(6, 15 * SECOND), isUrgent, DnsFailure.TIMEOUT);
    }

    private Server server(int port) {
        return new Server(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                100,
                100,
                new MessageIds(new SecureRandom()),
                dispatcher);
    }

    private static void settle(Server server, int count) {
        for (int i = 0; i < count && server.window().fresh() > 0; i++) {
            server.window().settled();
        }
    }

    private static long count(List<Server> asked, Server server) {
        return asked.stream().filter(server::equals).count();
    }
}
