package org.mxcensus.crawler.queue;

/// The receiving end of one partition of a queue. For use by one thread, except [#commit].
///
/// @param <M> what the messages say
public interface Inbox<M> {

    /// The number of the partition, from 0.
    int partition();

    /// Says how far the receiver's files reach, before the first message is taken.
    ///
    /// @param published the offset below which all is published
    /// @return the offset of the message that comes first: the same where the queue outlives the process,
    ///     0 where it died with the process and is filled anew
    /// @throws InterruptedException where the receiver is being stopped
    long resume(long published) throws InterruptedException;

    /// The next message, waited for. Offsets rise by one. Whoever has seen the last seal asks no more.
    ///
    /// @throws InterruptedException where the receiver is being stopped, or the partition has gone to
    ///     another
    Message<M> take() throws InterruptedException;

    /// All messages below this offset are done with: their files are published.
    void commit(long offset);

    /// @param offset the position in the partition, from 0 without gaps
    record Message<M>(long offset, Item<M> item) {}

    /// What lies at an offset.
    sealed interface Item<M> {

        /// Something to look at.
        record Work<M>(M content) implements Item<M> {}

        /// One of the senders has sent its last message. A partition ends with the seal that was still wanting: a
        /// sender may seal twice.
        ///
        /// @param sender the number of its own partition
        record Seal<M>(int sender) implements Item<M> {}
    }
}
