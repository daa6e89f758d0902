package org.mxcensus.crawler.queue;

import java.util.List;

/// The sending end of a queue. Safe for use by several threads.
///
/// @param <M> what the messages say
public interface Outbox<M> {

    /// Sends messages of one chunk, in order. Returns when the queue has taken them: from then on they are
    /// not lost.
    ///
    /// @throws InterruptedException where the sender is being stopped
    Delivery send(List<M> messages) throws InterruptedException;

    /// Tells every partition of the queue that this sender has sent its last message. Returns when all have
    /// taken it.
    ///
    /// @param sender the number of the sender's own partition
    /// @throws InterruptedException where the sender is being stopped
    void seal(int sender) throws InterruptedException;

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
