package org.mxcensus.crawler.crawl;

import java.util.List;
import java.util.function.Function;
import org.mxcensus.crawler.queue.Outbox;

/// What follows from the rows of a stage: messages for the next one, derived from the row alone.
///
/// @param <R> the rows
interface Onward<R> {

    Outbox.Delivery send(List<R> rows) throws InterruptedException;

    void seal(int sender) throws InterruptedException;

    /// The last stage: nothing follows.
    static <R> Onward<R> nowhere() {
        return to(
                new Outbox<Void>() {
                    @Override
                    public Delivery send(List<Void> messages) {
                        return () -> {};
                    }

                    @Override
                    public void seal(int sender) {}
                },
                row -> List.of());
    }

    /// @param follows a pure function of the row
    static <R, N> Onward<R> to(Outbox<N> outbox, Function<R, List<N>> follows) {
        return new Onward<>() {
            @Override
            public Outbox.Delivery send(List<R> rows) throws InterruptedException {
                return outbox.send(rows.stream()
                        .flatMap(row -> follows.apply(row).stream())
                        .toList());
            }

            @Override
            public void seal(int sender) throws InterruptedException {
                outbox.seal(sender);
            }
        };
    }
}
