package org.mxcensus.lab.generate;

import java.util.List;

/// Throws that depend on nothing but a seed and on what is decided, so that one decision never moves another.
public final class Dice {

    private final long seed;

    public Dice(long seed) {
        this.seed = seed;
    }

    /// A number in [0, 1).
    ///
    /// @param who about whom it is decided
    /// @param what the decision
    public double of(String who, String what) {
        return (bits(who, what) >>> 11) * 0x1.0p-53;
    }

    /// As [#of(String, String)], thrown anew each month.
    double of(String who, String what, int month) {
        return of(who, what + '@' + month);
    }

    /// A number in [0, bound).
    int below(int bound, String who, String what) {
        return (int) (of(who, what) * bound);
    }

    <T> T pick(List<T> all, String who, String what) {
        return all.get(below(all.size(), who, what));
    }

    private long bits(String who, String what) {
        long hash = seed * 0x9e3779b97f4a7c15L + 0x632be59bd9b4e019L;
        hash = absorb(hash, who);
        return finish(absorb(hash ^ 0x2545f4914f6cdd1dL, what));
    }

    private static long absorb(long hash, String text) {
        long state = hash;
        for (int i = 0; i < text.length(); i++) {
            state = (state ^ text.charAt(i)) * 0x100000001b3L;
        }
        return finish(state);
    }

    /// The finisher of SplitMix64.
    private static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
