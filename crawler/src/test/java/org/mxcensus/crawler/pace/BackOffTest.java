package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.observation.Abstention;

/// Given limits of three scopes and servers that ask for less, when each connection starts.
class BackOffTest {
    private static final BackOff BACK_OFF =
            new BackOff(4, 2, Duration.ofNanos(50), Duration.ofNanos(10_000), Duration.ofMinutes(10));
    private static final PaceLimits LIMITS = new PaceLimits(
            new Limit(1, Duration.ofNanos(1_000)),
            new Limit(4, Duration.ofNanos(100)),
            new Limit(4, Duration.ofNanos(300)),
            100,
            BACK_OFF);

    private final StoppedTime time = new StoppedTime();
    private final Gate gate = gate(Pace.FOREVER);

    private Gate gate(Duration patience) {
        Pace pace = Pace.alone(LIMITS, patience, time, host -> host.substring(host.indexOf('.') + 1));
        return new Gate(new Guard(true), OptOut.NOBODY, pace);
    }

    @Test
    void anAddressIsCalledAtEveryInterval() throws Exception {
        for (int i = 0; i < 3; i++) {
            call("mx.example.net", "192.0.2.1", Reception.WELCOME);
        }
        assertThat(time.sleeps()).containsExactly(1_000L, 1_000L);
    }

    @Test
    void serversOfOneOperatorAreSpacedWhereverTheyAre() throws Exception {
        call("mx1.example.net", "192.0.2.1", Reception.WELCOME);
        call("mx2.example.net", "198.51.100.1", Reception.WELCOME);
        call("mx.example.org", "203.0.113.1", Reception.WELCOME);

        assertThat(time.sleeps())
                .as("the other operator's start waits for nobody")
                .containsExactly(300L);
    }

    @Test
    void serversOfOneNetworkAreSpacedWhosesoeverTheyAre() throws Exception {
        call("mx.example.net", "192.0.2.1", Reception.WELCOME);
        call("mx.example.org", "192.0.2.2", Reception.WELCOME);

        assertThat(time.sleeps()).containsExactly(100L);
    }

    @Test
    void anOperatorIsLimitedAcrossNetworks() throws Exception {
        Gate impatient = gate(Duration.ofNanos(5_000));
        for (int i = 0; i < 4; i++) {
            open(impatient, "mx.example.net", "198.18." + i + ".1");
        }

        assertThat(impatient.admit("mx.example.net", Literal.address("198.18.9.1")))
                .isEqualTo(new Admission.Refused(Abstention.BUDGET));
        open(impatient, "mx.example.org", "198.18.9.1").close();
    }

    @Test
    void whoSaidLaterIsLeftAloneForFourTimesAsLongFromThenOn() throws Exception {
        try (Permit permit = open(gate, "mx.example.net", "192.0.2.1")) {
            time.pass(Duration.ofNanos(700));
            permit.heard(Reception.LATER);
        }
        call("mx.example.net", "192.0.2.1", Reception.WELCOME);

        assertThat(time.sleeps()).containsExactly(4_000L);
    }

    @Test
    void whileAnOperatorIsSparedHeHasOneConnectionAtOnce() throws Exception {
        Gate impatient = gate(Duration.ofNanos(5_000));
        try (Permit permit = open(impatient, "mx1.example.net", "192.0.2.1")) {
            permit.heard(Reception.LATER);
        }
        Permit only = open(impatient, "mx2.example.net", "198.51.100.1");

        assertThat(impatient.admit("mx3.example.net", Literal.address("203.0.113.1")))
                .isEqualTo(new Admission.Refused(Abstention.BUDGET));
        only.close();
        open(impatient, "mx3.example.net", "203.0.113.1").close();
    }

    /// Connections that were open when the first of them was told stay open, and the line before them is served
    /// when there is but one left.
    @Test
    void whoIsInsideStaysInside() throws Exception {
        Gate impatient = gate(Duration.ofNanos(5_000));
        List<Permit> open = List.of(
                open(impatient, "a.example.net", "192.0.2.1"),
                open(impatient, "b.example.net", "192.0.2.2"),
                open(impatient, "c.example.net", "192.0.2.3"));
        open.getFirst().heard(Reception.LATER);
        open.getFirst().close();
        open.get(1).close();

        assertThat(impatient.admit("d.example.net", Literal.address("192.0.2.4")))
                .isEqualTo(new Admission.Refused(Abstention.BUDGET));
        open.get(2).close();
        open(impatient, "d.example.net", "192.0.2.4").close();
    }

    /// A pause that is longer than the patience is not waited for: the target becomes due later.
    @Test
    void whoIsSparedForTooLongIsPutOff() throws Exception {
        Gate impatient = gate(Duration.ofNanos(5_000));
        for (int i = 0; i < 2; i++) {
            try (Permit permit = open(impatient, "mx.example.net", "192.0.2.1")) {
                permit.heard(Reception.LATER);
            }
        }
        long before = time.nanos();

        assertThat(impatient.admit("mx.example.net", Literal.address("192.0.2.1")))
                .isEqualTo(new Admission.Refused(Abstention.BUDGET));
        assertThat(time.nanos()).as("at once").isEqualTo(before);
    }

    /// However a call ends up waiting for its last place, starts are no closer than they may be.
    @Test
    void waitingForThePlaceOfTheWholeBringsNoTwoStartsTogether() throws Exception {
        PaceLimits narrow = new PaceLimits(1, 2, 2, Duration.ofNanos(100));
        Pace pace = new Pace(narrow, Pace.FOREVER, time);
        pace.enter(Peers.at("198.51.100.1"));
        pace.enter(Peers.at("192.0.2.1"));
        long first = time.nanos();
        Thread second = Thread.ofVirtual().start(() -> {
            try {
                pace.enter(Peers.at("192.0.2.2"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        pace.exit(Peers.at("198.51.100.1"));
        second.join();

        assertThat(time.nanos()).isEqualTo(first + 100);
    }

    private void call(String host, String ip, Reception reception) throws InterruptedException {
        try (Permit permit = open(gate, host, ip)) {
            permit.heard(reception);
        }
    }

    private static Permit open(Gate gate, String host, String ip) throws InterruptedException {
        return ((Admission.Granted) gate.admit(host, Literal.address(ip))).permit();
    }
}
