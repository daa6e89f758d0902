/// What lies between two stages: messages in order, numbered from 0, until a seal ends them.
///
/// In: what a stage derived from the rows of one of its chunks. Out: the same messages, to the next stage.
/// A stage knows only [Outbox] and [Inbox]; whether the queue lives in this process or in a broker, it
/// cannot tell.
@NullMarked
package org.mxcensus.crawler.queue;

import org.jspecify.annotations.NullMarked;
