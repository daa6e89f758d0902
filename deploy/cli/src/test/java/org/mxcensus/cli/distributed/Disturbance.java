package org.mxcensus.cli.distributed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What may befall a crawl.
enum Disturbance {
    /// SIGKILL; another worker takes the place.
    KILL,
    /// SIGTERM; another worker takes the place.
    TERMINATE,
    /// A worker more.
    JOIN,
    /// SIGTERM; nobody takes the place.
    LEAVE,
    /// SIGSTOP for longer than a session lasts, then SIGCONT.
    PAUSE,
    /// The broker is stopped and started.
    BROKER_RESTART,
    /// The broker is killed, and back when every session has ended.
    BROKER_LOSS,
    /// The disk has no room, until workers have noticed.
    FULL_DISK,
    /// The resolver does not answer for a while.
    RESOLVER_AWAY;

    /// Every one of them, and then those again that befall workers, in an order that follows from the seed.
    ///
    /// @param rounds how often workers are disturbed, each time in every way
    static List<Disturbance> plan(long seed, int rounds) {
        List<Disturbance> ofWorkers = List.of(KILL, KILL, TERMINATE, JOIN, LEAVE, PAUSE);
        List<Disturbance> first = new ArrayList<>(List.of(BROKER_LOSS, FULL_DISK, RESOLVER_AWAY));
        first.addAll(ofWorkers);
        List<Disturbance> again = new ArrayList<>();
        for (int round = 1; round < rounds; round++) {
            again.addAll(ofWorkers);
        }
        if (rounds > 1) {
            first.add(BROKER_RESTART);
        }
        Random random = new Random(seed);
        Collections.shuffle(first, random);
        Collections.shuffle(again, random);
        return Stream.concat(first.stream(), again.stream()).toList();
    }
}
