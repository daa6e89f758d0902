package org.mxcensus.cli.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mxcensus.cli.TestLab;

/// Disturbs a crawl, one thing after another, each time when it has gone on since the last.
final class Chaos {
    /// What a SIGTERM makes of an exit status.
    private static final int TERMINATED = 128 + 15;

    /// A crawl that does not publish a few files within this time has stopped, and that is a bug.
    private static final Duration STALLED = Duration.ofSeconds(90);

    /// Longer than every session lasts, by some heartbeats.
    private static final Duration BEYOND_SESSIONS = Cluster.SESSION.plusSeconds(2);

    /// Take away what a worker cannot start without: who starts meanwhile ends with a sentence, and is no worker yet.
    private static final Set<Disturbance> NEEDED_AT_THE_START = EnumSet.of(
            Disturbance.BROKER_RESTART, Disturbance.BROKER_LOSS, Disturbance.FULL_DISK, Disturbance.RESOLVER_AWAY);

    private final Cluster cluster;
    private final TestLab lab;
    private final SmallDisk disk;
    private final Duration resolverAway;
    private final int step;
    private final Random random;
    private final Set<String> heldByPaused = new TreeSet<>();
    private int reached;
    /// Workers that are paused: they do not end when the crawl does.
    private int asleep;

    /// @param resolverAway how long the resolver does not answer
    /// @param step files that are published between two disturbances at least
    /// @param seed decides whom it befalls
    Chaos(Cluster cluster, TestLab lab, SmallDisk disk, Duration resolverAway, int step, long seed) {
        this.cluster = cluster;
        this.lab = lab;
        this.disk = disk;
        this.resolverAway = resolverAway;
        this.step = step;
        this.random = new Random(seed);
    }

    /// Does all of it, as far as the crawl lasts: on a fast machine it may end before each has come more than once.
    void unfold(List<Disturbance> plan) throws Exception {
        Set<Disturbance> wanting = EnumSet.copyOf(plan);
        for (Disturbance next : plan) {
            awaitProgress(step);
            if (cluster.alive().isEmpty()) {
                break;
            }
            befall(next);
            wanting.remove(next);
        }
        assertThat(wanting).as("the crawl must not end before these").isEmpty();
    }

    /// Addresses at which a paused worker may have kept a connection open, which nobody can close for it.
    Set<String> heldByPaused() {
        return heldByPaused;
    }

    private void befall(Disturbance disturbance) throws Exception {
        if (NEEDED_AT_THE_START.contains(disturbance)) {
            cluster.alive().forEach(cluster::awaitJoined);
        }
        switch (disturbance) {
            case KILL -> {
                anyone().kill();
                cluster.start();
            }
            case TERMINATE -> {
                assertThat(anyone().terminate()).isEqualTo(TERMINATED);
                cluster.start();
            }
            case JOIN -> cluster.start();
            case LEAVE -> assertThat(anyone().terminate()).isEqualTo(TERMINATED);
            case PAUSE -> pause();
            case BROKER_RESTART -> {
                cluster.broker().close();
                cluster.brokerBack();
            }
            case BROKER_LOSS -> {
                cluster.broker().kill();
                lasts(BEYOND_SESSIONS);
                cluster.brokerBack();
            }
            case FULL_DISK -> fillTheDisk();
            case RESOLVER_AWAY -> {
                lab.lab().resolverAway();
                lasts(resolverAway);
                lab.lab().resolverBack();
            }
        }
    }

    private Worker anyone() {
        List<Worker> alive = cluster.alive();
        return alive.get(random.nextInt(alive.size()));
    }

    private void pause() throws InterruptedException {
        Worker paused = anyone();
        cluster.awaitJoined(paused);
        paused.pause();
        asleep = 1;
        try {
            cluster.awaitGone(paused);
            // What is open now includes all that it has left open.
            heldByPaused.addAll(visited());
            awaitProgress(1);
        } finally {
            asleep = 0;
            paused.wake();
        }
        cluster.awaitJoined(paused);
    }

    private Set<String> visited() {
        return lab.lab().counters().smtp().addresses().entrySet().stream()
                .filter(address -> address.getValue().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void fillTheDisk() throws IOException {
        if (!disk.canBeFilled()) {
            return;
        }
        long noticed = howOftenHeld();
        disk.fill();
        try {
            await().atMost(STALLED).until(() -> howOftenHeld() > noticed);
        } finally {
            disk.free();
        }
    }

    private long howOftenHeld() throws IOException {
        return WorkerLogs.in(cluster.data()).count("What has been seen is held");
    }

    private void awaitProgress(int files) {
        cluster.awaitWork(
                STALLED,
                () -> cluster.published() >= reached + files || cluster.alive().size() == asleep);
        reached = cluster.published();
    }

    /// An outage is nothing but time that passes.
    private static void lasts(Duration outage) throws InterruptedException {
        Thread.sleep(outage);
    }
}
