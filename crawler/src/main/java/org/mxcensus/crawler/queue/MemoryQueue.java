package org.mxcensus.crawler.queue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A queue of one partition within this process.
///
/// It starts empty. A crawl that goes on fills it again from the published files, chunk by chunk, so that every
/// message gets the offset that it had before: therefore messages show only when they are settled.
///
/// @param <M> the messages
public final class MemoryQueue<M> implements Outbox<M>, Inbox<M> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Item<M>> waiting = new ArrayDeque<>();
    private final int capacity;
    private long taken;
    private long committed;

    /// @param capacity how many settled messages may wait; whoever settles more waits too
    public MemoryQueue(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public Delivery send(List<M> messages) {
        List<M> held = List.copyOf(messages);
        return () -> show(held);
    }

    @Override
    public void seal(int sender) throws InterruptedException {
        show(new Item.Seal<>(sender));
    }

    @Override
    public int partition() {
        return 0;
    }

    @Override
    public long resume(long published) {
        return 0;
    }

    @Override
    public Message<M> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                changed.await();
            }
            Item<M> next = waiting.remove();
            changed.signalAll();
            return new Message<>(taken++, next);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void commit(long offset) {
        lock.lock();
        try {
            if (offset < committed || offset > taken) {
                throw new IllegalStateException(
                        "commit of %d after %d, with %d taken".formatted(offset, committed, taken));
            }
            committed = offset;
        } finally {
            lock.unlock();
        }
    }

    /// Messages that wait to be taken.
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void show(List<M> messages) throws InterruptedException {
        for (M message : messages) {
            show(new Item.Work<>(message));
        }
    }

    private void show(Item<M> item) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.size() >= capacity) {
                changed.await();
            }
            waiting.add(item);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
