package org.mxcensus.crawler.queue;

import java.util.Optional;

/// The receiving end of one partition of a queue. For use by one thread.
///
/// @param <M> the messages
public interface Inbox<M> {

    /// The number of the partition, from 0.
    int partition();

    /// The next message, waited for; empty where the partition is sealed and all has been taken.
    ///
    /// The first call gives offset 0 of a queue that lives in this process, and the committed offset of one that
    /// outlives it.
    ///
    /// @throws InterruptedException where the crawl is being stopped
    Optional<Message<M>> take() throws InterruptedException;

    /// All messages below this offset are done with: their files are published.
    void commit(long offset);

    /// @param offset the position in the partition, from 0 without gaps
    record Message<M>(long offset, M content) {}
}
