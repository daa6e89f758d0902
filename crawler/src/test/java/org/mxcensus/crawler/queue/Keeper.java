package org.mxcensus.crawler.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.mxcensus.crawler.pace.Ticker;

/// A worker that keeps the partitions it is given, and what it is told about them.
final class Keeper implements KafkaIntake.Owner<String>, AutoCloseable {
    private final Map<Integer, Inbox<String>> held = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final KafkaIntake<String> intake;
    private final Thread thread;
    /// What it does before it hands a partition over.
    private volatile CountDownLatch busy = new CountDownLatch(0);

    Keeper(KafkaConfig config, KafkaTopics topics, Channel<String> channel, int buffer, Ticker ticker)
            throws InterruptedException {
        intake = new KafkaIntake<>(config, topics, channel, buffer, this, ticker);
        thread = Thread.ofPlatform().daemon().name("intake").start(this::run);
    }

    private void run() {
        try {
            intake.run();
            ended.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    @Override
    public synchronized void assigned(KafkaIntake.Assigned<String> inbox) {
        held.put(inbox.partition(), inbox);
        tell("assigned " + inbox.partition());
    }

    @Override
    public void revoked(int partition) {
        tell("revoked " + partition);
        try {
            busy.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        synchronized (this) {
            held.remove(partition);
        }
        tell("released " + partition);
    }

    @Override
    public synchronized void lost(int partition) {
        held.remove(partition);
        tell("lost " + partition);
    }

    private synchronized void tell(String what) {
        told.add(what);
        notifyAll();
    }

    /// Waits until the partition is given.
    synchronized Inbox<String> inbox(int partition) throws InterruptedException {
        while (!held.containsKey(partition)) {
            if (ended.isDone()) {
                ended.join();
            }
            wait(1_000);
        }
        return held.get(partition);
    }

    /// Waits until it knows that an inbox is not its own any more.
    synchronized void awaitLossOf(Inbox<String> inbox) throws InterruptedException {
        while (held.get(inbox.partition()) == inbox) {
            wait(1_000);
        }
    }

    synchronized List<String> told() {
        return List.copyOf(told);
    }

    synchronized List<Integer> held() {
        return List.copyOf(held.keySet());
    }

    /// From now on, handing over takes until this is counted down.
    CountDownLatch keepBusy() {
        busy = new CountDownLatch(1);
        return busy;
    }

    KafkaIntake<String> intake() {
        return intake;
    }

    CompletableFuture<Void> ended() {
        return ended;
    }

    Thread thread() {
        return thread;
    }

    @Override
    public void close() {
        busy.countDown();
        intake.close();
    }
}
