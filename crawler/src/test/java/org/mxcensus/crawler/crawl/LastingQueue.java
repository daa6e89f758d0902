package org.mxcensus.crawler.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mxcensus.crawler.queue.Inbox;
import org.mxcensus.crawler.queue.Outbox;
import org.mxcensus.crawler.queue.Partitions;

/// A queue that outlives every process that uses it, as a log in a broker does, with a step between any two things
/// that a process does to it.
///
/// @param <M> the messages
final class LastingQueue<M> {
    private final List<List<Inbox.Item<M>>> partitions;
    private final Function<M, String> key;

    LastingQueue(int partitions, Function<M, String> key) {
        this.partitions = IntStream.range(0, partitions)
                .<List<Inbox.Item<M>>>mapToObj(p -> new ArrayList<>())
                .toList();
        this.key = key;
    }

    private synchronized void append(int partition, Inbox.Item<M> item) {
        partitions.get(partition).add(item);
        notifyAll();
    }

    private synchronized Inbox.Item<M> at(int partition, long offset) throws InterruptedException {
        List<Inbox.Item<M>> log = partitions.get(partition);
        while (log.size() <= offset) {
            wait();
        }
        return log.get((int) offset);
    }

    synchronized List<M> contents() {
        return partitions.stream()
                .flatMap(List::stream)
                .filter(item -> item instanceof Inbox.Item.Work<M>)
                .map(item -> ((Inbox.Item.Work<M>) item).content())
                .toList();
    }

    Outbox<M> outbox(Steps steps) {
        return new Outbox<>() {
            @Override
            public Delivery send(List<M> messages) {
                for (M message : messages) {
                    steps.step("before " + message + " was sent");
                    append(Partitions.of(key.apply(message), partitions.size()), new Inbox.Item.Work<>(message));
                }
                steps.step("before what was sent was acknowledged");
                return () -> {};
            }

            @Override
            public void seal(int sender) {
                for (int partition = 0; partition < partitions.size(); partition++) {
                    steps.step("before partition %d was sealed by %d".formatted(partition, sender));
                    append(partition, new Inbox.Item.Seal<>(sender));
                }
            }
        };
    }

    Inbox<M> inbox(int partition, Steps steps) {
        return new Inbox<>() {
            private long next;

            @Override
            public int partition() {
                return partition;
            }

            @Override
            public long resume(long published) {
                next = published;
                return published;
            }

            @Override
            public Message<M> take() throws InterruptedException {
                return new Message<>(next, at(partition, next++));
            }

            @Override
            public void commit(long offset) {
                steps.step("before %d was committed in partition %d".formatted(offset, partition));
            }
        };
    }
}
