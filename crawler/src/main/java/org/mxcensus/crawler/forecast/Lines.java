package org.mxcensus.crawler.forecast;

import java.util.Arrays;

/// Many waiting lines over one set of slots. A slot stands in one line at most. First come, first served; whoever has
/// lost his patience leaves from the middle.
final class Lines {
    static final int NOBODY = -1;

    private final int[] head;
    private final int[] tail;
    private final int[] waiting;
    private final int[] next;
    private final int[] previous;

    Lines(int lines, int slots) {
        head = filled(lines);
        tail = filled(lines);
        waiting = new int[lines];
        next = filled(slots);
        previous = filled(slots);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NOBODY);
        return array;
    }

    int waiting(int line) {
        return waiting[line];
    }

    int first(int line) {
        return head[line];
    }

    void append(int line, int slot) {
        int last = tail[line];
        previous[slot] = last;
        next[slot] = NOBODY;
        if (last == NOBODY) {
            head[line] = slot;
        } else {
            next[last] = slot;
        }
        tail[line] = slot;
        waiting[line]++;
    }

    void remove(int line, int slot) {
        int before = previous[slot];
        int after = next[slot];
        if (before == NOBODY) {
            head[line] = after;
        } else {
            next[before] = after;
        }
        if (after == NOBODY) {
            tail[line] = before;
        } else {
            previous[after] = before;
        }
        waiting[line]--;
    }

    /// Takes the first one out of the line.
    ///
    /// @return [#NOBODY] where the line is empty
    int poll(int line) {
        int first = head[line];
        if (first != NOBODY) {
            remove(line, first);
        }
        return first;
    }
}
