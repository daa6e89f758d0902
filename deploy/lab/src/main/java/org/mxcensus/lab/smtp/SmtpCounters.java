package org.mxcensus.lab.smtp;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// What clients did.
public final class SmtpCounters {

    /// The commands that a census never sends.
    private static final Set<String> ILL_MANNERED = Set.of("MAIL", "RCPT", "DATA", "VRFY", "EXPN", "AUTH");

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Map<String, Crowd> byAddress = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> commands = new ConcurrentHashMap<>();
    private final Set<String> greetings = ConcurrentHashMap.newKeySet();
    private final LongAdder handshakes = new LongAdder();
    private final LongAdder pipelined = new LongAdder();

    /// The clients at one address: at most at once, and ever.
    private static final class Crowd {
        private final Set<Presence> guests = new HashSet<>();
        private int most;
        private long ever;

        /// Who has hung up is gone, even if the loop that serves him has not come to notice.
        synchronized void enter(Presence guest) {
            guests.removeIf(other -> !other.isThere());
            guests.add(guest);
            ever++;
            most = Math.max(most, guests.size());
        }

        synchronized void leave(Presence guest) {
            guests.remove(guest);
        }

        synchronized int most() {
            return most;
        }

        synchronized long ever() {
            return ever;
        }
    }

    void connected(String address, Presence guest) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        byAddress.computeIfAbsent(address, any -> new Crowd()).enter(guest);
    }

    void disconnected(String address, Presence guest) {
        now.decrementAndGet();
        Objects.requireNonNull(byAddress.get(address)).leave(guest);
    }

    void command(String verb) {
        commands.computeIfAbsent(verb, any -> new LongAdder()).increment();
    }

    void introduced(String clientName) {
        greetings.add(clientName);
    }

    void handshake() {
        handshakes.increment();
    }

    void pipelined() {
        pipelined.increment();
    }

    /// Connections that were accepted.
    public long connections() {
        return byAddress.values().stream().mapToLong(Crowd::ever).sum();
    }

    /// Connections that are open.
    public int open() {
        return now.get();
    }

    /// The most connections that were open at once.
    public int mostAtOnce() {
        return most.get();
    }

    /// Connections that were accepted, by address.
    public Map<String, Long> connectionsByAddress() {
        Map<String, Long> counts = new TreeMap<>();
        byAddress.forEach((address, crowd) -> counts.put(address, crowd.ever()));
        return counts;
    }

    /// The most connections that were open at once to any one address.
    public int mostAtOncePerAddress() {
        return byAddress.values().stream().mapToInt(Crowd::most).max().orElse(0);
    }

    /// Commands by verb, upper case.
    public Map<String, Long> commands() {
        Map<String, Long> counts = new TreeMap<>();
        commands.forEach((verb, count) -> counts.put(verb, count.sum()));
        return counts;
    }

    /// Commands that a census has no business to send: MAIL, RCPT, DATA, VRFY, EXPN, AUTH.
    public long illMannered() {
        return commands.entrySet().stream()
                .filter(entry -> ILL_MANNERED.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    /// The names that clients gave in EHLO and HELO.
    public Set<String> clientNames() {
        return Set.copyOf(greetings);
    }

    /// TLS handshakes that were completed.
    public long handshakes() {
        return handshakes.sum();
    }

    /// Commands that came before the reply to the one before was sent.
    public long pipelinedCommands() {
        return pipelined.sum();
    }
}
