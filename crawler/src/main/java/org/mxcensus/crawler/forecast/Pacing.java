package org.mxcensus.crawler.forecast;

import java.util.Arrays;
import org.mxcensus.crawler.pace.Limit;
import org.mxcensus.crawler.pace.PaceLimits;

/// The limits of `pace`, as `Pace` keeps them, on simulated time: a place of the address, then one of the network,
/// then the next moment of both, then a place of the whole; whoever waits is served in turn, and leaves when his
/// patience is at its end or when it is clear that it will not do.
///
/// Registered domains are not simulated: each network is taken for one operator's, with his limits for itself,
/// which is what it has where his networks are in partitions of their own. Nor is back-off.
///
/// A place that is given back goes to the next in line at once. What follows from that happens in the order in
/// which places were given, never nested, so that a long line cannot overflow the stack.
final class Pacing {

    /// What comes of a slot.
    interface Outcome {
        /// It has all places: the connection is opened.
        void opens(int slot);

        /// It has lost its patience and holds nothing.
        void gaveUp(int slot);
    }

    private static final int WHOLE = 0;

    private final Targets targets;
    private final Slots slots;
    private final Patience patience;
    private final Events events;
    private final Outcome outcome;
    private final Places addresses;
    private final Places networks;
    private final Places all;
    private final long[] nextMoment;
    private final long[] nextMomentOfAddress;
    private final long interval;
    private final long addressInterval;
    private int[] granted = new int[64];
    private int grants;
    private boolean proceeding;

    Pacing(
            Targets targets,
            PaceLimits limits,
            Slots slots,
            int capacity,
            Patience patience,
            Events events,
            Outcome outcome) {
        this.targets = targets;
        this.slots = slots;
        this.patience = patience;
        this.events = events;
        this.outcome = outcome;
        Limit network = limits.networkOfOneDomain();
        int perAddress = Math.min(limits.address().atOnce(), network.atOnce());
        this.addresses = new Places(perAddress, targets.addresses(), capacity);
        this.networks = new Places(network.atOnce(), targets.networks(), capacity);
        this.all = new Places(limits.overall(), 1, capacity);
        this.nextMoment = new long[targets.networks()];
        this.nextMomentOfAddress = new long[targets.addresses()];
        this.interval = network.apart().toNanos();
        this.addressInterval = Math.max(interval, limits.address().apart().toNanos());
    }

    /// A target, whose patience has begun, asks to be let through.
    void enter(long now, int slot) {
        seek(now, slot, addresses, slots.address[slot], addressInterval, SlotState.WAITS_FOR_ADDRESS);
        proceed(now);
    }

    /// The moment of a slot has come.
    void moment(long now, int slot) {
        grant(slot, SlotState.WAITS_FOR_MOMENT);
        proceed(now);
    }

    /// A connection was closed.
    void exit(long now, int slot) {
        handOn(all.release(WHOLE), SlotState.WAITS_FOR_ALL);
        handOn(networks.release(network(slot)), SlotState.WAITS_FOR_NETWORK);
        handOn(addresses.release(slots.address[slot]), SlotState.WAITS_FOR_ADDRESS);
        proceed(now);
    }

    /// A slot loses its patience.
    void lose(long now, int slot) {
        SlotState state = slots.state[slot];
        switch (state) {
            case WAITS_FOR_ADDRESS -> addresses.leave(slots.address[slot], slot);
            case WAITS_FOR_NETWORK -> networks.leave(network(slot), slot);
            case WAITS_FOR_ALL -> all.leave(WHOLE, slot);
            case FREE, WAITS_FOR_TURN, WAITS_FOR_MOMENT, PROBES ->
                throw new IllegalStateException("loses patience while " + state);
        }
        giveUp(slot, state);
        proceed(now);
    }

    private void proceed(long now) {
        if (proceeding) {
            return;
        }
        proceeding = true;
        for (int at = 0; at < grants; at++) {
            int slot = granted[at];
            switch (slots.state[slot]) {
                case WAITS_FOR_ADDRESS ->
                    seek(now, slot, networks, network(slot), interval, SlotState.WAITS_FOR_NETWORK);
                case WAITS_FOR_NETWORK -> seekMoment(now, slot);
                case WAITS_FOR_MOMENT -> seekAll(slot);
                case WAITS_FOR_ALL -> open(slot);
                case FREE, WAITS_FOR_TURN, PROBES -> throw new IllegalStateException("granted to nobody");
            }
        }
        grants = 0;
        proceeding = false;
    }

    private void seek(long now, int slot, Places places, int key, long spacing, SlotState state) {
        if (places.ahead(key) * spacing > slots.deadline[slot] - now) {
            giveUp(slot, state);
        } else if (places.take(key)) {
            grant(slot, state);
        } else {
            slots.state[slot] = state;
            places.await(key, slot);
        }
    }

    private void seekMoment(long now, int slot) {
        int network = network(slot);
        int address = slots.address[slot];
        long mine = Math.max(Math.max(nextMoment[network], nextMomentOfAddress[address]), now);
        if (mine > slots.deadline[slot]) {
            giveUp(slot, SlotState.WAITS_FOR_MOMENT);
            return;
        }
        nextMoment[network] = mine + interval;
        nextMomentOfAddress[address] = mine + addressInterval;
        if (mine == now) {
            grant(slot, SlotState.WAITS_FOR_MOMENT);
        } else {
            slots.state[slot] = SlotState.WAITS_FOR_MOMENT;
            events.plan(mine, slot);
        }
    }

    private void seekAll(int slot) {
        if (all.take(WHOLE)) {
            grant(slot, SlotState.WAITS_FOR_ALL);
        } else {
            slots.state[slot] = SlotState.WAITS_FOR_ALL;
            all.await(WHOLE, slot);
        }
    }

    private void open(int slot) {
        patience.end(slot);
        slots.state[slot] = SlotState.PROBES;
        outcome.opens(slot);
    }

    /// Gives up in this state, with the places of all states before it.
    private void giveUp(int slot, SlotState state) {
        patience.end(slot);
        if (state == SlotState.WAITS_FOR_ALL || state == SlotState.WAITS_FOR_MOMENT) {
            handOn(networks.release(network(slot)), SlotState.WAITS_FOR_NETWORK);
        }
        if (state != SlotState.WAITS_FOR_ADDRESS) {
            handOn(addresses.release(slots.address[slot]), SlotState.WAITS_FOR_ADDRESS);
        }
        outcome.gaveUp(slot);
    }

    private void handOn(int next, SlotState state) {
        if (next != Lines.NOBODY) {
            grant(next, state);
        }
    }

    /// A slot has what it waited for in this state.
    private void grant(int slot, SlotState state) {
        slots.state[slot] = state;
        if (grants == granted.length) {
            granted = Arrays.copyOf(granted, 2 * grants);
        }
        granted[grants++] = slot;
    }

    private int network(int slot) {
        return targets.network(slots.address[slot]);
    }
}
