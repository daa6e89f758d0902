package org.mxcensus.crawler.forecast;

/// Random numbers that follow from a seed, by SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, Fast splittable
/// pseudorandom number generators, 2014).
final class Draws {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Draws(long seed) {
        state = mixed(seed);
    }

    long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /// A number from [0, 1) for one of several questions about the same thing.
    static double share(long thing, int question) {
        return share(mixed(thing + question * GOLDEN));
    }

    /// A number from [0, 1).
    static double share(long bits) {
        return (bits >>> 11) * UNIT;
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
