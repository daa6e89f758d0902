package org.mxcensus.crawler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.queue.Inbox.Item;
import org.mxcensus.crawler.queue.Inbox.Message;

/// What a stage may expect of a queue, wherever it lives. A message's key is what stands before its colon.
abstract class QueueContract {
    private Queue queue;

    /// Both ends of a new queue.
    interface Queue extends AutoCloseable {
        int partitions();

        Outbox<String> outbox();

        /// Of each partition, one.
        Inbox<String> inbox(int partition) throws InterruptedException;

        @Override
        void close();
    }

    abstract Queue open() throws InterruptedException;

    static Channel<String> channel(String name) {
        return new Channel<>(name, QueueContract::key, String::getBytes, String::new);
    }

    private static String key(String message) {
        return message.substring(0, message.indexOf(':'));
    }

    @BeforeEach
    void openQueue() throws InterruptedException {
        queue = open();
    }

    @AfterEach
    void closeQueue() {
        queue.close();
    }

    @Test
    void whatIsSentComesInOrderAndIsNumberedFromNoughtWithoutGaps() throws InterruptedException {
        List<String> messages =
                IntStream.range(0, 5_000).mapToObj(n -> "a.example:" + n).toList();
        Inbox<String> inbox = begun(partitionOf("a.example"));
        for (int begin = 0; begin < messages.size(); begin += 1_000) {
            queue.outbox().send(messages.subList(begin, begin + 1_000)).settle();
        }

        List<Message<String>> expected = IntStream.range(0, messages.size())
                .mapToObj(n -> new Message<>(n, (Item<String>) new Item.Work<>(messages.get(n))))
                .toList();
        assertThat(take(inbox, messages.size())).isEqualTo(expected);
    }

    @Test
    void sealsOfEachSenderReachEachPartitionInTheirPlace() throws InterruptedException {
        Outbox<String> outbox = queue.outbox();
        outbox.seal(2);
        outbox.send(List.of("a.example:1")).settle();
        outbox.seal(0);

        for (int partition = 0; partition < queue.partitions(); partition++) {
            List<Item<String>> expected = new ArrayList<>(List.of(new Item.Seal<>(2), new Item.Seal<>(0)));
            if (partition == partitionOf("a.example")) {
                expected.add(1, new Item.Work<>("a.example:1"));
            }
            assertThat(take(begun(partition), expected.size()))
                    .extracting(Message::item)
                    .isEqualTo(expected);
        }
    }

    @Test
    void messagesOfOneKeyHaveOneOwner() throws InterruptedException {
        List<String> messages =
                IntStream.range(0, 600).mapToObj(n -> "k" + n % 200 + ":" + n).toList();
        queue.outbox().send(messages).settle();
        queue.outbox().seal(0);

        Map<String, Set<Integer>> owners = new HashMap<>();
        List<String> received = new ArrayList<>();
        for (int partition = 0; partition < queue.partitions(); partition++) {
            Inbox<String> inbox = begun(partition);
            while (inbox.take().item() instanceof Item.Work<String>(String message)) {
                received.add(message);
                owners.computeIfAbsent(key(message), key -> new TreeSet<>()).add(partition);
            }
        }
        assertThat(received).containsExactlyInAnyOrderElementsOf(messages);
        assertThat(owners.values()).allMatch(of -> of.size() == 1);
        assertThat(owners).hasSize(200);
    }

    @Test
    void severalSendersLoseNothing() throws InterruptedException {
        List<Thread> senders = IntStream.range(0, 4)
                .mapToObj(sender -> Thread.ofVirtual().start(() -> sendHundred(sender)))
                .toList();
        List<Message<String>> received = take(begun(partitionOf("a.example")), 400);
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(received)
                .extracting(Message::offset)
                .isEqualTo(LongStream.range(0, 400).boxed().toList());
        for (int sender = 0; sender < 4; sender++) {
            String begin = "a.example:" + sender + ".";
            assertThat(received)
                    .extracting(message -> ((Item.Work<String>) message.item()).content())
                    .filteredOn(message -> message.startsWith(begin))
                    .isEqualTo(IntStream.range(0, 100).mapToObj(n -> begin + n).toList());
        }
    }

    private void sendHundred(int sender) {
        try {
            for (int n = 0; n < 100; n += 10) {
                queue.outbox()
                        .send(IntStream.range(n, n + 10)
                                .mapToObj(m -> "a.example:" + sender + "." + m)
                                .toList())
                        .settle();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReceiverWaitsForWhatHasNotBeenSent() throws InterruptedException {
        Inbox<String> inbox = begun(partitionOf("a.example"));
        AtomicReference<Message<String>> taken = new AtomicReference<>();
        Thread receiver = Thread.ofVirtual().start(() -> {
            try {
                taken.set(inbox.take());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(receiver::getState, state -> state == Thread.State.WAITING);

        queue.outbox().send(List.of("a.example:late")).settle();
        receiver.join();

        assertThat(taken.get()).isEqualTo(new Message<>(0, new Item.Work<>("a.example:late")));
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() throws InterruptedException {
        Inbox<String> inbox = begun(0);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread receiver = Thread.ofVirtual().start(() -> {
            try {
                inbox.take();
            } catch (InterruptedException e) {
                end.set(e);
            }
        });
        await().until(receiver::getState, state -> state == Thread.State.WAITING);

        receiver.interrupt();
        receiver.join();

        assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void onlyWhatHasBeenTakenCanBeCommittedAndNothingTakenBack() throws InterruptedException {
        Inbox<String> inbox = begun(partitionOf("a.example"));
        queue.outbox().send(List.of("a.example:1", "a.example:2")).settle();

        assertThatThrownBy(() -> inbox.commit(1)).isInstanceOf(IllegalStateException.class);
        take(inbox, 2);
        inbox.commit(2);
        assertThatThrownBy(() -> inbox.commit(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReceiverIsToldWhichMessageComesFirst() throws InterruptedException {
        queue.outbox()
                .send(List.of("a.example:0", "a.example:1", "a.example:2"))
                .settle();
        Inbox<String> inbox = queue.inbox(partitionOf("a.example"));

        long first = inbox.resume(2);

        assertThat(inbox.take()).isEqualTo(new Message<>(first, new Item.Work<>("a.example:" + first)));
    }

    Queue queue() {
        return queue;
    }

    int partitionOf(String key) {
        return Partitions.of(key, queue.partitions());
    }

    private Inbox<String> begun(int partition) throws InterruptedException {
        Inbox<String> inbox = queue.inbox(partition);
        inbox.resume(0);
        return inbox;
    }

    static List<Message<String>> take(Inbox<String> inbox, int count) throws InterruptedException {
        List<Message<String>> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(inbox.take());
        }
        return taken;
    }
}
