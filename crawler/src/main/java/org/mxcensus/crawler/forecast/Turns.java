package org.mxcensus.crawler.forecast;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// The names of an address take their turns in the order of their messages, one at a time.
///
/// A turn may be over as soon as it is taken; what follows then is done one after the other and never nested, so that
/// a thousand names that take something over do not overflow the stack.
final class Turns {
    private final Lines lines;
    private final boolean[] taken;
    private final IntConsumer take;
    private int[] ended = new int[16];
    private int ends;
    private boolean calling;

    /// @param take what to do with a slot whose turn has come
    Turns(int addresses, int capacity, IntConsumer take) {
        this.lines = new Lines(addresses, capacity);
        this.taken = new boolean[addresses];
        this.take = take;
    }

    /// A slot lines up; its turn comes at once where nobody is before it.
    void await(int address, int slot) {
        if (taken[address]) {
            lines.append(address, slot);
        } else {
            taken[address] = true;
            take.accept(slot);
        }
    }

    /// The turn of an address's name is over.
    void end(int address) {
        if (ends == ended.length) {
            ended = Arrays.copyOf(ended, 2 * ends);
        }
        ended[ends++] = address;
        if (calling) {
            return;
        }
        calling = true;
        for (int at = 0; at < ends; at++) {
            callNext(ended[at]);
        }
        ends = 0;
        calling = false;
    }

    private void callNext(int address) {
        int next = lines.poll(address);
        if (next == Lines.NOBODY) {
            taken[address] = false;
        } else {
            take.accept(next);
        }
    }
}
