package org.mxcensus.crawler.forecast;

import java.util.Arrays;
import org.mxcensus.crawler.pace.PaceLimits;

/// The limits of `pace`, as `Pace` keeps them, on simulated time: a place of the address, then one of the network,
/// then
/// the network's next moment, then a place of the whole; whoever waits is served in turn, and leaves when his patience
/// is at its end or when it is clear that it will not do.
///
/// A place that is given back goes to the next in line at once. What follows from that happens in the order in which
/// places were given, never nested, so that a long line cannot overflow the stack.
final class Pacing {

    /// What comes of a slot.
    interface Outcome {
        /// It has all places: the connection is opened.
        void opens(int slot);

        /// It has lost its patience and holds nothing.
        void gaveUp(int slot);
    }

    private final Targets targets;
    private final Slots slots;
    private final Events events;
    private final Outcome outcome;
    private final Lines lines;
    private final Patience patience;
    private final int[] addressHeld;
    private final int[] networkHeld;
    private final long[] nextMoment;
    private int allHeld;
    private final PaceLimits limits;
    private final long interval;
    private final int addresses;
    private final int allLine;
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
        this.events = events;
        this.outcome = outcome;
        this.limits = limits;
        this.patience = patience;
        this.interval = limits.networkInterval().toNanos();
        this.addresses = targets.addresses();
        this.allLine = addresses + targets.networks();
        this.lines = new Lines(allLine + 1, capacity);
        this.addressHeld = new int[addresses];
        this.networkHeld = new int[targets.networks()];
        this.nextMoment = new long[targets.networks()];
    }

    /// A target, whose patience has begun, asks to be let through.
    void enter(long now, int slot) {
        int address = slots.address[slot];
        if (!mayWait(now, slot, addressHeld[address] + lines.waiting(address) - limits.perAddress())) {
            leave(slot, SlotState.WAITS_FOR_ADDRESS);
        } else if (addressHeld[address] < limits.perAddress()) {
            addressHeld[address]++;
            grant(slot, SlotState.WAITS_FOR_ADDRESS);
        } else {
            await(slot, SlotState.WAITS_FOR_ADDRESS, address);
        }
        proceed(now);
    }

    /// The moment of a slot has come.
    void moment(long now, int slot) {
        grant(slot, SlotState.WAITS_FOR_MOMENT);
        proceed(now);
    }

    /// A connection was closed.
    void exit(long now, int slot) {
        releaseAll();
        releaseNetwork(slot);
        releaseAddress(slot);
        proceed(now);
    }

    /// A slot loses its patience.
    void lose(long now, int slot) {
        SlotState state = slots.state[slot];
        switch (state) {
            case WAITS_FOR_ADDRESS -> lines.remove(slots.address[slot], slot);
            case WAITS_FOR_NETWORK -> lines.remove(networkLine(slot), slot);
            case WAITS_FOR_ALL -> lines.remove(allLine, slot);
            case FREE, WAITS_FOR_TURN, WAITS_FOR_MOMENT, PROBES ->
                throw new IllegalStateException("loses patience while " + state);
        }
        leave(slot, state);
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
                case WAITS_FOR_ADDRESS -> seekNetwork(now, slot);
                case WAITS_FOR_NETWORK -> seekMoment(now, slot);
                case WAITS_FOR_MOMENT -> seekAll(slot);
                case WAITS_FOR_ALL -> open(slot);
                case FREE, WAITS_FOR_TURN, PROBES -> throw new IllegalStateException("granted to nobody");
            }
        }
        grants = 0;
        proceeding = false;
    }

    private void seekNetwork(long now, int slot) {
        int network = network(slot);
        if (!mayWait(now, slot, networkHeld[network] + lines.waiting(networkLine(slot)) - limits.perNetwork())) {
            leave(slot, SlotState.WAITS_FOR_NETWORK);
        } else if (networkHeld[network] < limits.perNetwork()) {
            networkHeld[network]++;
            grant(slot, SlotState.WAITS_FOR_NETWORK);
        } else {
            await(slot, SlotState.WAITS_FOR_NETWORK, networkLine(slot));
        }
    }

    private void seekMoment(long now, int slot) {
        int network = network(slot);
        long mine = Math.max(nextMoment[network], now);
        if (mine > slots.deadline[slot]) {
            leave(slot, SlotState.WAITS_FOR_MOMENT);
            return;
        }
        nextMoment[network] = mine + interval;
        if (mine == now) {
            grant(slot, SlotState.WAITS_FOR_MOMENT);
        } else {
            slots.state[slot] = SlotState.WAITS_FOR_MOMENT;
            events.plan(mine, slot);
        }
    }

    private void seekAll(int slot) {
        if (allHeld < limits.overall()) {
            allHeld++;
            grant(slot, SlotState.WAITS_FOR_ALL);
        } else {
            await(slot, SlotState.WAITS_FOR_ALL, allLine);
        }
    }

    private void open(int slot) {
        patience.end(slot);
        slots.state[slot] = SlotState.PROBES;
        outcome.opens(slot);
    }

    private boolean mayWait(long now, int slot, int ahead) {
        return Math.max(0, ahead) * interval <= slots.deadline[slot] - now;
    }

    private void await(int slot, SlotState state, int line) {
        slots.state[slot] = state;
        lines.append(line, slot);
    }

    /// A slot has what it waited for in this state.
    private void grant(int slot, SlotState state) {
        slots.state[slot] = state;
        if (grants == granted.length) {
            granted = Arrays.copyOf(granted, 2 * grants);
        }
        granted[grants++] = slot;
    }

    /// Gives up in this state, with the places of all states before it.
    private void leave(int slot, SlotState state) {
        patience.end(slot);
        if (state == SlotState.WAITS_FOR_ALL || state == SlotState.WAITS_FOR_MOMENT) {
            releaseNetwork(slot);
        }
        if (state != SlotState.WAITS_FOR_ADDRESS) {
            releaseAddress(slot);
        }
        outcome.gaveUp(slot);
    }

    private void releaseAll() {
        int next = lines.poll(allLine);
        if (next == Lines.NOBODY) {
            allHeld--;
        } else {
            grant(next, SlotState.WAITS_FOR_ALL);
        }
    }

    private void releaseNetwork(int slot) {
        int next = lines.poll(networkLine(slot));
        if (next == Lines.NOBODY) {
            networkHeld[network(slot)]--;
        } else {
            grant(next, SlotState.WAITS_FOR_NETWORK);
        }
    }

    private void releaseAddress(int slot) {
        int address = slots.address[slot];
        int next = lines.poll(address);
        if (next == Lines.NOBODY) {
            addressHeld[address]--;
        } else {
            grant(next, SlotState.WAITS_FOR_ADDRESS);
        }
    }

    private int network(int slot) {
        return targets.network(slots.address[slot]);
    }

    private int networkLine(int slot) {
        return addresses + network(slot);
    }
}
