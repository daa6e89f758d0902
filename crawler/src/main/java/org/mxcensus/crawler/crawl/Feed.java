package org.mxcensus.crawler.crawl;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.mxcensus.crawler.queue.Outbox;

/// Sends the domains of a frame while it is being written or read.
final class Feed {
    /// Domains handed to the queue at a time. Each waits for its acknowledgement.
    private static final int BATCH = 20_000;

    private final BlockingQueue<Optional<List<String>>> parts = new ArrayBlockingQueue<>(2);

    /// Reads or writes, and sends; then seals the queue.
    ///
    /// @param frame hands on the domains of each part that it has read or written
    /// @throws InterruptedException where the calling thread is interrupted
    void run(Parts frame, Outbox<String> domains) throws InterruptedException {
        Together.run(List.of(
                () -> {
                    frame.handOn(this::add);
                    parts.put(Optional.empty());
                },
                () -> send(domains)));
    }

    /// A frame, part by part.
    interface Parts {
        void handOn(Consumer<List<String>> part) throws InterruptedException;
    }

    private void add(List<String> part) {
        try {
            parts.put(Optional.of(part));
        } catch (InterruptedException e) {
            // The sender has failed, and says why.
            Thread.currentThread().interrupt();
        }
    }

    private void send(Outbox<String> domains) throws InterruptedException {
        for (Optional<List<String>> part = parts.take(); part.isPresent(); part = parts.take()) {
            List<String> all = part.get();
            for (int from = 0; from < all.size(); from += BATCH) {
                domains.send(all.subList(from, Math.min(all.size(), from + BATCH)))
                        .settle();
            }
        }
        domains.seal(Frame.SENDER);
    }
}
