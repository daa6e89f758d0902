package org.mxcensus.crawler.forecast;

import java.util.Random;

/// A small partition, all of it drawn from a seed: busy addresses and lonely ones, silent ones, ones that tell the
/// names apart, and servers that want us to come again.
final class RandomTargets implements Targets {
    private static final long SECOND = 1_000_000_000;

    private final int targets;
    private final int networks;
    private final int addresses;
    private final long seed;
    private final long span;
    private Random random;
    private int at = -1;
    private long arrival;
    private int address;
    private long draw;

    /// @param span over how long the targets arrive, in nanoseconds
    RandomTargets(long seed, int targets, int networks, int addresses, long span) {
        this.seed = seed;
        this.targets = targets;
        this.networks = networks;
        this.addresses = addresses;
        this.span = span;
        this.random = new Random(seed);
    }

    RandomTargets again() {
        return new RandomTargets(seed, targets, networks, addresses, span);
    }

    @Override
    public int networks() {
        return networks;
    }

    @Override
    public int addresses() {
        return addresses;
    }

    @Override
    public int network(int of) {
        return of % networks;
    }

    @Override
    public boolean next() {
        if (++at == targets) {
            return false;
        }
        arrival += 1 + (long) (random.nextDouble() * 2 * span / targets);
        double skewed = random.nextDouble();
        address = (int) (skewed * skewed * skewed * addresses);
        draw = random.nextLong();
        return true;
    }

    @Override
    public long arrival() {
        return arrival;
    }

    @Override
    public int address() {
        return address;
    }

    @Override
    public long draw() {
        return draw;
    }

    @Override
    public boolean hasTlsa(int of, long with) {
        return share(with, 1) < 0.05;
    }

    @Override
    public boolean isSampled(long with) {
        return share(with, 2) < 0.1;
    }

    @Override
    public long took(int of, long with, int attempt) {
        // To the nanosecond, so that no two things happen at one moment by chance.
        return switch (told(of, with, attempt)) {
            case CHAIN, OWN_CHAIN, PLAIN -> SECOND / 4 + (long) (share(with, 4 + attempt) * SECOND);
            case SILENCE -> 15 * SECOND + (long) (share(with, 6 + attempt) * SECOND / 100);
            case MUTE -> 60 * SECOND + (long) (share(with, 6 + attempt) * SECOND / 100);
            case COME_BACK -> SECOND / 10 + (long) (share(with, 8 + attempt) * SECOND / 10);
        };
    }

    @Override
    public Told told(int of, long with, int attempt) {
        double kind = share(of, 10);
        double luck = share(with, 10 + attempt);
        if (luck < 0.05) {
            return Told.COME_BACK;
        }
        if (luck < 0.08 || kind < 0.15) {
            return Told.SILENCE;
        }
        if (kind < 0.2) {
            return Told.MUTE;
        }
        if (kind < 0.3) {
            return Told.PLAIN;
        }
        return kind < 0.4 && luck < 0.5 ? Told.OWN_CHAIN : Told.CHAIN;
    }

    private double share(long of, int what) {
        return new Random(of * 31 + what * 1_000_003L + seed).nextDouble();
    }
}
