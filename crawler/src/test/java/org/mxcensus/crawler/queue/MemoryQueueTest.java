package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.queue.Inbox.Item;
import org.mxcensus.crawler.queue.Inbox.Message;

/// What only a queue in memory does.
class MemoryQueueTest {

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

    @Test
    void whatHasNotBeenTakenCannotBeCommitted() throws InterruptedException {
        MemoryQueue<String> queue = new MemoryQueue<>(10);
        queue.send(List.of("a")).settle();

        assertThatThrownBy(() -> queue.commit(1)).isInstanceOf(IllegalStateException.class);
        queue.take();
        queue.commit(1);
    }
}
