package org.mxcensus.crawler.forecast;

/// So many places for each of many keys, and a line before each.
final class Places {
    private final int limit;
    private final int[] held;
    private final Lines lines;

    Places(int limit, int keys, int capacity) {
        this.limit = limit;
        this.held = new int[keys];
        this.lines = new Lines(keys, capacity);
    }

    /// Takes a place where one is free; nobody waits then.
    boolean take(int key) {
        if (held[key] == limit) {
            return false;
        }
        held[key]++;
        return true;
    }

    /// How many would be served before one who came now.
    int ahead(int key) {
        return Math.max(0, held[key] + lines.waiting(key) - limit);
    }

    void await(int key, int slot) {
        lines.append(key, slot);
    }

    void leave(int key, int slot) {
        lines.remove(key, slot);
    }

    /// Gives a place to the first in line.
    ///
    /// @return who has it now; [Lines#NOBODY] where it is free
    int release(int key) {
        int next = lines.poll(key);
        if (next == Lines.NOBODY) {
            held[key]--;
        }
        return next;
    }
}
