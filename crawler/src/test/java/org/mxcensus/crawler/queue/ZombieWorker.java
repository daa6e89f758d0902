package org.mxcensus.crawler.queue;

import java.util.List;
import java.util.Map;
import org.mxcensus.crawler.pace.Ticker;

/// A worker in a process of its own that says each millisecond or so that it may probe, if it may.
final class ZombieWorker implements KafkaIntake.Owner<String> {
    private final KafkaIntake<String> intake;

    private ZombieWorker(KafkaConfig config, KafkaTopics topics) throws InterruptedException {
        intake = new KafkaIntake<>(config, topics, QueueContract.channel("domains"), 10, this, Ticker.SYSTEM);
    }

    /// @param arguments the broker's address, the crawl
    static void main(String[] arguments) throws InterruptedException {
        KafkaConfig config = new KafkaConfig(arguments[0], Map.of());
        try (KafkaTopics topics = new KafkaTopics(config, arguments[1], List.of("domains"))) {
            new ZombieWorker(config, topics).intake.run();
        }
    }

    @Override
    public void assigned(KafkaIntake.Assigned<String> inbox) {
        say("assigned " + inbox.partition());
        Thread.ofPlatform().daemon().start(() -> {
            try {
                inbox.resume(0);
                Thread.ofPlatform().daemon().start(this::probe);
                inbox.take();
            } catch (InterruptedException e) {
                say("the old inbox gives nothing");
            }
        });
    }

    /// A probe begins before its leave is asked for: what was stopped in between is not said to have begun later.
    private void probe() {
        try {
            while (true) {
                long now = System.currentTimeMillis();
                intake.lease().require();
                say("probe " + now);
                Ticker.SYSTEM.sleep(1_000_000);
            }
        } catch (InterruptedException e) {
            say("the lease has run out");
        }
    }

    @Override
    public void revoked(int partition) {
        say("revoked " + partition);
    }

    @Override
    public void lost(int partition) {
        say("lost " + partition);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
