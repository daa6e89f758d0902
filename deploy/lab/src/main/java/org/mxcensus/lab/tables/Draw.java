package org.mxcensus.lab.tables;

import java.util.SplittableRandom;

/// Draws about one thing, the same in every run.
final class Draw {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final SplittableRandom random;

    /// @param seed of the whole
    /// @param what kind of thing
    /// @param number which one
    Draw(long seed, String what, long number) {
        random = new SplittableRandom(seed ^ what.hashCode() * GOLDEN ^ (number + 1) * 0xbf58476d1ce4e5b9L);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /// A number below the bound, small ones far more often: the sizes of providers follow a power law.
    int skewed(int bound) {
        double power = 4;
        return (int) (bound * Math.pow(random.nextDouble(), power));
    }
}
