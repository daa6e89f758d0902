package org.mxcensus.crawler.forecast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.mxcensus.crawler.pace.Limit;
import org.mxcensus.crawler.pace.PaceLimits;

/// The same stage with an object for each target and no thought of speed: what the fast simulation is held against.
final class NaiveSimulation {

    private static final class Visit {
        final int address;
        final long draw;
        final int attempt;
        final int chunk;
        long entered;
        long deadline;
        long dueAgain;

        Visit(int address, long draw, int attempt, int chunk) {
            this.address = address;
            this.draw = draw;
            this.attempt = attempt;
            this.chunk = chunk;
        }
    }

    /// So many places, and who waits for one.
    private static final class Places {
        int free;
        final Deque<Visit> line = new ArrayDeque<>();

        Places(int limit) {
            free = limit;
        }
    }

    private record Event(long time, long order, Runnable what) {}

    private static final class Address {
        final Deque<Visit> turns = new ArrayDeque<>();
        boolean turnIsTaken;
        long moment;
        final List<Told> shown = new ArrayList<>();
    }

    private static final class Chunk {
        int taken;
        int through;
        final List<Visit> putOff = new ArrayList<>();
    }

    private final Targets targets;
    private final Rules rules;
    private final PaceLimits limits;
    private final Limit network;
    private final Course course;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::order));
    private final Map<Integer, Places> addresses = new HashMap<>();
    private final Map<Integer, Places> networks = new HashMap<>();
    private final Map<Integer, Long> moments = new HashMap<>();
    private final Map<Integer, Address> known = new HashMap<>();
    private final Places all;
    private final Deque<Runnable> consequences = new ArrayDeque<>();
    private final List<Visit> impatient = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private final Deque<List<Visit>> again = new ArrayDeque<>();
    private int underWayAgain;
    private int published;
    private long publishedAt;
    private long orders;
    private long now;

    NaiveSimulation(Targets targets, Rules rules, Course course) {
        this.targets = targets;
        this.rules = rules;
        this.limits = rules.limits();
        this.network = limits.networkOfOneDomain();
        this.course = course;
        this.all = new Places(limits.overall());
    }

    PartitionSimulation.Ends run() {
        boolean more = targets.next();
        int taken = 0;
        while (true) {
            publish(more);
            int chunk = taken / rules.chunkSize();
            boolean room = more && chunk < published + rules.openChunks() + 2;
            long arrival = room ? Math.max(now, targets.arrival()) : Long.MAX_VALUE;
            long event = events.isEmpty() ? Long.MAX_VALUE : events.element().time();
            long loss = impatient.stream().mapToLong(v -> v.deadline).min().orElse(Long.MAX_VALUE);
            long second = again.isEmpty() || underWayAgain > 0
                    ? Long.MAX_VALUE
                    : Math.max(
                            now,
                            again.getFirst().stream()
                                    .mapToLong(v -> v.dueAgain)
                                    .max()
                                    .orElseThrow());
            now = List.of(event, loss, second, arrival).stream()
                    .min(Long::compare)
                    .orElseThrow();
            if (now == Long.MAX_VALUE) {
                return new PartitionSimulation.Ends(publishedAt, last());
            } else if (event == now) {
                events.remove().what().run();
            } else if (loss == now) {
                giveUpWaiting(mostImpatient());
            } else if (second == now) {
                beginAgain(again.removeFirst());
            } else {
                if (chunk == chunks.size()) {
                    chunks.add(new Chunk());
                }
                chunks.get(chunk).taken++;
                taken++;
                Visit visit = new Visit(targets.address(), targets.draw(), 1, chunk);
                begin(visit);
                more = targets.next();
            }
            lastMoment = now;
            drain();
        }
    }

    private long lastMoment;

    private long last() {
        return lastMoment;
    }

    private Visit mostImpatient() {
        Comparator<Visit> byDeadline = Comparator.comparingLong(visit -> visit.deadline);
        return impatient.stream()
                .min(byDeadline.thenComparingLong(visit -> visit.entered))
                .orElseThrow();
    }

    private void drain() {
        while (!consequences.isEmpty()) {
            consequences.removeFirst().run();
        }
    }

    private void publish(boolean more) {
        while (published < chunks.size()) {
            Chunk chunk = chunks.get(published);
            if ((chunk.taken < rules.chunkSize() && more) || chunk.through < chunk.taken) {
                return;
            }
            if (!chunk.putOff.isEmpty()) {
                again.add(chunk.putOff);
            }
            published++;
            publishedAt = now;
        }
    }

    private Address known(int address) {
        return known.computeIfAbsent(address, a -> new Address());
    }

    /// What a name takes over; nothing where it is to be probed.
    private Optional<Told> toTakeOver(Visit visit) {
        boolean tlsa = targets.hasTlsa(visit.address, visit.draw);
        List<Told> shown = known(visit.address).shown;
        if (targets.isSampled(visit.draw)) {
            return Optional.empty();
        }
        return switch (rules.reuse()) {
            case NONE -> Optional.empty();
            case STRICT -> strictly(shown).filter(told -> !tlsa);
            case LENIENT -> leniently(shown).filter(told -> !tlsa);
        };
    }

    private Optional<Told> strictly(List<Told> shown) {
        List<Told> counting = shown.stream()
                .filter(told -> told != Told.MUTE && told != Told.COME_BACK)
                .toList();
        boolean alike = counting.stream().distinct().count() == 1;
        return alike && counting.size() >= rules.firstNames()
                ? Optional.of(counting.getFirst()).filter(told -> told == Told.CHAIN || told == Told.SILENCE)
                : Optional.empty();
    }

    /// Over and over from the beginning: what was known after each of them.
    private Optional<Told> leniently(List<Told> shown) {
        Optional<Told> known = Optional.empty();
        List<Told> run = new ArrayList<>();
        boolean varies = false;
        for (Told told : shown) {
            if (told == Told.OWN_CHAIN) {
                varies = true;
                run.clear();
            } else if (told != Told.COME_BACK
                    && (known.filter(Told.CHAIN::equals).isEmpty() || told == Told.CHAIN)) {
                if (!run.isEmpty() && run.getFirst() != told) {
                    run.clear();
                }
                run.add(told);
            }
            boolean enough = run.size() >= rules.firstNames() && !(varies && run.getFirst() == Told.CHAIN);
            known = enough ? Optional.of(run.getFirst()) : Optional.empty();
        }
        return known;
    }

    private void begin(Visit visit) {
        Address address = known(visit.address);
        if (address.turnIsTaken) {
            address.turns.add(visit);
        } else {
            address.turnIsTaken = true;
            takeTurn(visit);
        }
    }

    private void takeTurn(Visit visit) {
        Optional<Told> told = toTakeOver(visit);
        if (told.isPresent()) {
            course.tookOver(now, visit.address, told.get());
            through(visit);
            return;
        }
        beginPatience(visit);
        enter(visit);
    }

    private void beginAgain(List<Visit> visits) {
        underWayAgain = visits.size();
        for (Visit before : visits) {
            Visit visit = new Visit(before.address, before.draw, 2, before.chunk);
            if (before.dueAgain + rules.latest().toNanos() < now) {
                course.cameTooLate(now, visit.address);
                underWayAgain--;
            } else {
                beginPatience(visit);
                enter(visit);
                drain();
            }
        }
    }

    private void beginPatience(Visit visit) {
        long patience = rules.patience().toNanos();
        visit.entered = orders++;
        visit.deadline = patience == 0 ? Long.MAX_VALUE : now + patience;
    }

    private void enter(Visit visit) {
        take(visit, address(visit), addressInterval(), () -> lostAt(visit, 0), () -> seekNetwork(visit));
    }

    private void seekNetwork(Visit visit) {
        take(visit, network(visit), network.apart().toNanos(), () -> lostAt(visit, 1), () -> seekMoment(visit));
    }

    private void seekMoment(Visit visit) {
        int at = targets.network(visit.address);
        Address address = known(visit.address);
        long mine = List.of(now, moments.getOrDefault(at, 0L), address.moment).stream()
                .max(Long::compare)
                .orElseThrow();
        if (mine > visit.deadline) {
            lostAt(visit, 2);
        } else {
            moments.put(at, mine + network.apart().toNanos());
            address.moment = mine + addressInterval();
            if (mine == now) {
                consequences.add(() -> seekAll(visit));
            } else {
                at(mine, () -> consequences.add(() -> seekAll(visit)));
            }
        }
    }

    private long addressInterval() {
        return Math.max(limits.address().apart().toNanos(), network.apart().toNanos());
    }

    private void seekAll(Visit visit) {
        if (all.free > 0) {
            all.free--;
            consequences.add(() -> open(visit));
        } else {
            waits(visit, all, () -> open(visit));
        }
    }

    private final Map<Visit, Runnable> onPlace = new HashMap<>();

    private void take(Visit visit, Places places, long interval, Runnable refused, Runnable taken) {
        long ahead = Math.max(0, places.line.size() - places.free);
        if (interval * ahead > visit.deadline - now) {
            refused.run();
        } else if (places.free > 0) {
            places.free--;
            consequences.add(taken);
        } else {
            waits(visit, places, taken);
        }
    }

    private void waits(Visit visit, Places places, Runnable taken) {
        places.line.add(visit);
        onPlace.put(visit, taken);
        beImpatient(visit);
    }

    private void beImpatient(Visit visit) {
        if (visit.deadline < Long.MAX_VALUE) {
            impatient.add(visit);
        }
    }

    private void giveBack(Places places) {
        if (places.line.isEmpty()) {
            places.free++;
        } else {
            Visit next = places.line.removeFirst();
            impatient.remove(next);
            consequences.add(onPlace.remove(next));
        }
    }

    private void giveUpWaiting(Visit visit) {
        impatient.remove(visit);
        onPlace.remove(visit);
        if (address(visit).line.remove(visit)) {
            lostAt(visit, 0);
        } else if (network(visit).line.remove(visit)) {
            lostAt(visit, 1);
        } else if (all.line.remove(visit)) {
            lostAt(visit, 2);
        } else {
            throw new IllegalStateException("waits nowhere");
        }
    }

    /// @param held how many of address and network it holds
    private void lostAt(Visit visit, int held) {
        if (held > 1) {
            giveBack(network(visit));
        }
        if (held > 0) {
            giveBack(address(visit));
        }
        course.lostPatience(now, visit.address, visit.attempt);
        comeAgainOrEnd(visit, visit.attempt == 1);
    }

    private void open(Visit visit) {
        long took = targets.took(visit.address, visit.draw, visit.attempt);
        at(now + took, () -> close(visit, took));
    }

    private void close(Visit visit, long took) {
        Told told = targets.told(visit.address, visit.draw, visit.attempt);
        course.probed(now, visit.address, visit.attempt, told, took);
        if (visit.attempt == 1) {
            known(visit.address).shown.add(told);
        }
        giveBack(all);
        giveBack(network(visit));
        giveBack(address(visit));
        drain();
        comeAgainOrEnd(visit, told == Told.COME_BACK && visit.attempt == 1);
    }

    private void comeAgainOrEnd(Visit visit, boolean comeAgain) {
        if (comeAgain) {
            visit.dueAgain = now + rules.comeBack().toNanos();
            chunks.get(visit.chunk).putOff.add(visit);
        }
        through(visit);
    }

    private void through(Visit visit) {
        if (visit.attempt == 2) {
            underWayAgain--;
            return;
        }
        chunks.get(visit.chunk).through++;
        Address address = known(visit.address);
        address.turnIsTaken = !address.turns.isEmpty();
        if (address.turnIsTaken) {
            takeTurn(address.turns.removeFirst());
        }
    }

    private void at(long time, Runnable what) {
        events.add(new Event(time, orders++, what));
    }

    private Places address(Visit visit) {
        return addresses.computeIfAbsent(
                visit.address, a -> new Places(Math.min(limits.address().atOnce(), network.atOnce())));
    }

    private Places network(Visit visit) {
        return networks.computeIfAbsent(targets.network(visit.address), n -> new Places(network.atOnce()));
    }
}
