package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.queue.Inbox.Item;
import org.mxcensus.crawler.queue.Inbox.Message;

/// A queue in memory, and what only it does.
class MemoryQueueTest extends QueueContract {

    @Override
    Queue open() {
        MemoryQueue<String> queue = new MemoryQueue<>(10_000);
        return new Queue() {
            @Override
            public int partitions() {
                return 1;
            }

            @Override
            public Outbox<String> outbox() {
                return queue;
            }

            @Override
            public Inbox<String> inbox(int partition) {
                return queue;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void aMessageShowsOnlyWhenItIsSettled() throws InterruptedException {
        MemoryQueue<String> queue = new MemoryQueue<>(10);
        var first = queue.send(List.of("first"));
        queue.send(List.of("second")).settle();

        assertThat(queue.waiting()).isEqualTo(1);
        first.settle();
        assertThat(List.of(queue.take(), queue.take()))
                .containsExactly(
                        new Message<>(0, new Item.Work<>("second")), new Message<>(1, new Item.Work<>("first")));
    }

    @Test
    void itIsFilledAnew() throws InterruptedException {
        assertThat(new MemoryQueue<String>(10).resume(500)).isZero();
    }

    @Test
    void whoSettlesMoreThanFitsWaitsForTheReceiver() throws Exception {
        MemoryQueue<Integer> queue = new MemoryQueue<>(3);
        List<Integer> numbers = IntStream.range(0, 1_000).boxed().toList();
        try (ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sent = sender.submit(() -> {
                queue.send(numbers).settle();
                queue.seal(0);
                return true;
            });
            List<Integer> received = new ArrayList<>();
            while (queue.take().item() instanceof Item.Work<Integer>(Integer number)) {
                received.add(number);
                assertThat(queue.waiting()).isLessThanOrEqualTo(3);
            }
            sent.get();
            assertThat(received).isEqualTo(numbers);
        }
    }
}
