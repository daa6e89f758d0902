package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryQueueTest {

    @Test
    void messagesComeInOrderWithOffsetsWithoutGaps() throws InterruptedException {
        MemoryQueue<String> queue = new MemoryQueue<>(10);
        queue.send(List.of("a", "b")).settle();
        queue.send(List.of("c")).settle();
        queue.seal();

        assertThat(drain(queue))
                .containsExactly(new Inbox.Message<>(0, "a"), new Inbox.Message<>(1, "b"), new Inbox.Message<>(2, "c"));
    }

    @Test
    void aMessageShowsOnlyWhenItIsSettled() throws InterruptedException {
        MemoryQueue<String> queue = new MemoryQueue<>(10);
        var first = queue.send(List.of("first"));
        queue.send(List.of("second")).settle();

        assertThat(queue.waiting()).isEqualTo(1);
        first.settle();
        queue.seal();
        assertThat(drain(queue)).extracting(Inbox.Message::content).containsExactly("second", "first");
    }

    @Test
    void aSealedAndEmptyQueueHasNoNextMessage() throws InterruptedException {
        MemoryQueue<String> queue = new MemoryQueue<>(1);
        queue.seal();
        assertThat(queue.take()).isEmpty();
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void whoSettlesMoreThanFitsWaitsForTheReceiver() throws Exception {
        MemoryQueue<Integer> queue = new MemoryQueue<>(3);
        List<Integer> numbers = IntStream.range(0, 1_000).boxed().toList();
        try (ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sent = sender.submit(() -> {
                queue.send(numbers).settle();
                queue.seal();
                return true;
            });
            List<Integer> received = new ArrayList<>();
            for (Optional<Inbox.Message<Integer>> next = queue.take(); next.isPresent(); next = queue.take()) {
                received.add(next.get().content());
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

    private static List<Inbox.Message<String>> drain(MemoryQueue<String> queue) throws InterruptedException {
        List<Inbox.Message<String>> messages = new ArrayList<>();
        for (Optional<Inbox.Message<String>> next = queue.take(); next.isPresent(); next = queue.take()) {
            messages.add(next.get());
        }
        return messages;
    }
}
