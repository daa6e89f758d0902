package org.mxcensus.crawler.queue;

import java.util.List;

/// The sending end of a queue.
///
/// @param <M> the messages
public interface Outbox<M> {

    /// Sends the messages of one chunk, in order. Returns when the queue has taken them.
    ///
    /// @throws InterruptedException where the crawl is being stopped
    Delivery send(List<M> messages) throws InterruptedException;

    /// Nothing will follow.
    void seal() throws InterruptedException;

    /// Messages that the queue has taken.
    ///
    /// A queue that outlives the process may show them at once: should the sender die now, it will send them again,
    /// and the receiver drops what it has seen. A queue that dies with the process must not show them before the
    /// sender's files account for them: the receiver's chunks would hold what nobody can send again in that order.
    interface Delivery {

        /// The sender's files are published: the messages may be seen from now on, at the latest.
        void settle() throws InterruptedException;
    }
}
