package org.mxcensus.crawler.forecast;

/// Who waits, and until when. All have the same patience, so whoever came first loses it first.
final class Patience {
    private final long patience;
    private final Slots slots;
    private final Lines line;

    /// @param patience in nanoseconds; zero for ever
    Patience(long patience, Slots slots, int capacity) {
        this.patience = patience;
        this.slots = slots;
        this.line = new Lines(1, capacity);
    }

    /// A slot begins to wait.
    void begin(long now, int slot) {
        slots.deadline[slot] = patience == 0 ? Long.MAX_VALUE : now + patience;
        line.append(0, slot);
    }

    /// A slot waits no longer.
    void end(int slot) {
        line.remove(0, slot);
    }

    /// The next one to lose it.
    int next() {
        return line.first(0);
    }

    /// When the next one loses it; the end of time where nobody does.
    long time() {
        int slot = next();
        return slot == Lines.NOBODY ? Long.MAX_VALUE : slots.deadline[slot];
    }
}
