package org.mxcensus.lab.smtp;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mxcensus.lab.world.Limit;

/// What clients did.
public final class SmtpCounters {

    /// The commands that a census never sends.
    private static final Set<String> ILL_MANNERED = Set.of("MAIL", "RCPT", "DATA", "VRFY", "EXPN", "AUTH");

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final LongSupplier nanos = System::nanoTime;
    private final Map<String, Crowd> byAddress = new ConcurrentHashMap<>();
    private final Map<String, Crowd> byNetwork = new ConcurrentHashMap<>();
    private final Map<String, Crowd> byDomain = new ConcurrentHashMap<>();
    private final Map<Presence, Crowd> atDomain = new ConcurrentHashMap<>();
    private final UnaryOperator<String> domainOf;
    private final Map<String, LongAdder> commands = new ConcurrentHashMap<>();
    private final Set<String> greetings = ConcurrentHashMap.newKeySet();
    private final Map<Handshake, LongAdder> handshakes = new ConcurrentHashMap<>();
    private final LongAdder pipelined = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();

    /// A handshake that was completed.
    ///
    /// @param address of the server
    /// @param name the server name that the client asked for (RFC 6066 §3); empty for none
    public record Handshake(String address, String name) {}

    /// @param domainOf the registered domain of the host that greets at an address
    SmtpCounters(UnaryOperator<String> domainOf) {
        this.domainOf = domainOf;
    }

    void connected(String address, Presence guest) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        byAddress.computeIfAbsent(address, any -> new Crowd(nanos)).enter(guest);
        byNetwork.computeIfAbsent(network(address), any -> new Crowd(nanos)).enter(guest);
        Crowd domain = byDomain.computeIfAbsent(domainOf.apply(address), any -> new Crowd(nanos));
        atDomain.put(guest, domain);
        domain.enter(guest);
    }

    void disconnected(String address, Presence guest) {
        now.decrementAndGet();
        Objects.requireNonNull(byAddress.get(address)).leave(guest);
        Objects.requireNonNull(byNetwork.get(network(address))).leave(guest);
        Objects.requireNonNull(atDomain.remove(guest)).leave(guest);
    }

    /// The /24 or /48 of an address of the lab's: of IPv6 it has one only.
    private static String network(String address) {
        return address.contains(":") ? "::/48" : address.substring(0, address.lastIndexOf('.')) + ".0/24";
    }

    void command(String verb) {
        commands.computeIfAbsent(verb, any -> new LongAdder()).increment();
    }

    void introduced(String clientName) {
        greetings.add(clientName);
    }

    void handshake(String address, String name) {
        handshakes
                .computeIfAbsent(new Handshake(address, name), any -> new LongAdder())
                .increment();
    }

    /// Whether an address has more connections than a limit allows, those of the last second or those that are open.
    boolean exceeds(String address, Limit limit) {
        Crowd crowd = Objects.requireNonNull(byAddress.get(address));
        return (limit.perSecond() ? crowd.withinTheLastSecond() : crowd.now()) > limit.connections();
    }

    void turnedAway() {
        turnedAway.increment();
    }

    void pipelined() {
        pipelined.increment();
    }

    /// Connections that were accepted.
    public long connections() {
        return byAddress.values().stream().mapToLong(Crowd::connections).sum();
    }

    /// The most connections that were open at once.
    public int mostAtOnce() {
        return most.get();
    }

    /// Connections that were accepted, by address.
    public Map<String, Long> connectionsByAddress() {
        Map<String, Long> counts = new TreeMap<>();
        byAddress.forEach((address, crowd) -> counts.put(address, crowd.connections()));
        return counts;
    }

    /// The clients of each address; those who come later come into it too.
    public Map<String, Crowd> addresses() {
        return new TreeMap<>(byAddress);
    }

    /// The clients of each network, as `127.9.1.0/24`; of IPv6, as `::/48`.
    public Map<String, Crowd> networks() {
        return new TreeMap<>(byNetwork);
    }

    /// The clients of all hosts below each registered domain.
    public Map<String, Crowd> domains() {
        return new TreeMap<>(byDomain);
    }

    /// The most connections that were open at once to any one address.
    public int mostAtOncePerAddress() {
        return byAddress.values().stream().mapToInt(Crowd::mostAtOnce).max().orElse(0);
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
        return handshakes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /// TLS handshakes that were completed, by address and the name asked for.
    public Map<Handshake, Long> handshakesByName() {
        return handshakes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum()));
    }

    /// Connections that were told that there are too many.
    public long connectionsTurnedAway() {
        return turnedAway.sum();
    }

    /// Commands that came before the reply to the one before was sent.
    public long pipelinedCommands() {
        return pipelined.sum();
    }
}
