package org.mxcensus.crawler.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Counts what becomes of the targets of a partition, in all and by network.
final class Tally implements Course {
    private final Targets targets;
    private final long[] connections;
    private final long[] held;
    private final long[] names;
    private final long[] given;
    private final long[] last;
    private final long[] heldByAddress;
    private final boolean[] showedChain;
    private long ownChains;
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
        connections = new long[networks];
        held = new long[networks];
        names = new long[networks];
        given = new long[networks];
        last = new long[networks];
        heldByAddress = new long[targets.addresses()];
        showedChain = new boolean[targets.addresses()];
    }

    Counts counts() {
        return new Counts(measured, reused, silent, silenceTakenOver, deferred, outOfPatience, tooLate, putOff);
    }

    /// Connections opened in all.
    long connections() {
        return Arrays.stream(connections).sum();
    }

    /// For how long all connections were held together, in nanoseconds.
    double held() {
        return Arrays.stream(held).asDoubleStream().sum();
    }

    /// Different certificates of servers that were seen: one of each address, and one of each name where names have
    /// their own.
    long certificates() {
        long shared = IntStream.range(0, showedChain.length)
                .filter(address -> showedChain[address])
                .count();
        return ownChains + shared;
    }

    long connections(int network) {
        return connections[network];
    }

    double held(int network) {
        return held[network];
    }

    /// For how long the connections to that address of a network were held where it is the longest.
    double heldByBusiestAddress(int network) {
        return IntStream.range(0, heldByAddress.length)
                .filter(address -> targets.network(address) == network)
                .mapToLong(address -> heldByAddress[address])
                .max()
                .orElse(0);
    }

    /// Targets of a network that are through.
    long names(int network) {
        return names[network];
    }

    /// Targets of a network that were given up for its budget's sake.
    long given(int network) {
        return given[network];
    }

    /// When the last target of a network was through.
    double last(int network) {
        return last[network];
    }

    @Override
    public void probed(long now, int address, int attempt, Told told, long took) {
        int network = targets.network(address);
        connections[network]++;
        held[network] += took;
        heldByAddress[address] += took;
        if (told == Told.COME_BACK && attempt == 1) {
            putOff++;
            return;
        }
        switch (told) {
            case CHAIN -> {
                measured++;
                showedChain[address] = true;
            }
            case OWN_CHAIN -> {
                measured++;
                ownChains++;
            }
            case PLAIN -> measured++;
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
