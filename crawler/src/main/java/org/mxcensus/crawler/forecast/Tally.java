package org.mxcensus.crawler.forecast;

/// Counts what becomes of the targets of a partition, in all and by network.
final class Tally implements Course {
    private final Targets targets;
    final long[] probes;
    final long[] held;
    final long[] names;
    final long[] given;
    final long[] last;
    private long measured;
    private long silent;
    private long deferred;
    private long reused;
    private long silenceTakenOver;
    private long outOfPatience;
    private long tooLate;
    private long putOff;

    Tally(Targets targets) {
        this.targets = targets;
        int networks = targets.networks();
        probes = new long[networks];
        held = new long[networks];
        names = new long[networks];
        given = new long[networks];
        last = new long[networks];
    }

    Counts counts() {
        return new Counts(measured, reused, silent, silenceTakenOver, deferred, outOfPatience, tooLate, putOff);
    }

    @Override
    public void probed(long now, int address, int attempt, Told told, long took) {
        int network = targets.network(address);
        probes[network]++;
        held[network] += took;
        if (told == Told.COME_BACK && attempt == 1) {
            putOff++;
            return;
        }
        switch (told) {
            case CHAIN, OWN_CHAIN, PLAIN -> measured++;
            case SILENCE, MUTE -> silent++;
            case COME_BACK -> deferred++;
        }
        through(now, network);
    }

    @Override
    public void lostPatience(long now, int address, int attempt) {
        if (attempt == 1) {
            putOff++;
        } else {
            outOfPatience++;
            given[targets.network(address)]++;
            through(now, targets.network(address));
        }
    }

    @Override
    public void tookOver(long now, int address, Told told) {
        if (told.isMeasured()) {
            reused++;
        } else {
            silenceTakenOver++;
        }
        through(now, targets.network(address));
    }

    @Override
    public void cameTooLate(long now, int address) {
        tooLate++;
        given[targets.network(address)]++;
        through(now, targets.network(address));
    }

    private void through(long now, int network) {
        names[network]++;
        last[network] = now;
    }
}
