package org.mxcensus.crawler.queue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// What has come of one partition and has not been taken yet, for as long as the partition is ours.
///
/// Two threads meet here, the receiver's and the intake's; neither ever waits for the other to do its work: the intake
/// puts whatever it has, and is told when that is enough.
final class KafkaInbox<M> implements KafkaIntake.Assigned<M> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Item<M>> waiting = new ArrayDeque<>();
    private final int partition;
    private final int capacity;
    private final Bell bell;
    private State state = State.ASSIGNED;
    private long next;
    private long committed;

    private enum State {
        /// Ours; the receiver has not said where to begin.
        ASSIGNED,
        /// It has; the log is not there yet.
        ASKED,
        /// The log is there; the lease may not be.
        READY,
        /// Messages flow.
        OPEN,
        /// Not ours any more, or abandoned.
        ENDED
    }

    /// @param capacity how many messages may wait, more or less
    /// @param bell of the intake's thread
    KafkaInbox(int partition, int capacity, Bell bell) {
        this.partition = partition;
        this.capacity = capacity;
        this.bell = bell;
    }

    @Override
    public int partition() {
        return partition;
    }

    @Override
    public long resume(long published) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            requireOurs();
            if (state != State.ASSIGNED) {
                throw new IllegalStateException("partition %d has been resumed before".formatted(partition));
            }
            next = published;
            committed = published;
            state = State.ASKED;
            bell.ring();
            while (state != State.OPEN) {
                requireOurs();
                changed.await();
            }
            return published;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Message<M> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            requireOurs();
            if (state != State.OPEN) {
                throw new IllegalStateException("partition %d has not been resumed".formatted(partition));
            }
            while (waiting.isEmpty()) {
                changed.await();
                requireOurs();
            }
            Item<M> first = waiting.remove();
            if (waiting.size() == capacity / 2) {
                bell.ring();
            }
            return new Message<>(next++, first);
        } finally {
            lock.unlock();
        }
    }

    /// Of a partition that is not ours any more, nothing is committed: it has another owner.
    @Override
    public void commit(long offset) {
        lock.lock();
        try {
            if (offset < committed || offset > next) {
                throw new IllegalStateException(
                        "commit of %d after %d, with %d taken".formatted(offset, committed, next));
            }
            committed = offset;
        } finally {
            lock.unlock();
        }
    }

    /// The intake's thread finds it ended. Nothing is waited for here: whoever takes the partition away may be waiting
    /// for the caller to end.
    @Override
    public void abandon() {
        end();
        bell.ring();
    }

    boolean isEnded() {
        return locked(() -> state == State.ENDED);
    }

    /// Where the receiver wants to begin, as long as the log is not there.
    OptionalLong asked() {
        return locked(() -> state == State.ASKED ? OptionalLong.of(next) : OptionalLong.empty());
    }

    /// The log is where the receiver wants it.
    void ready() {
        become(State.ASKED, State.READY);
    }

    boolean isReady() {
        return locked(() -> state == State.READY);
    }

    /// Messages may flow.
    void open() {
        become(State.READY, State.OPEN);
    }

    boolean isOpen() {
        return locked(() -> state == State.OPEN);
    }

    /// For good.
    void end() {
        locked(() -> {
            state = State.ENDED;
            waiting.clear();
            changed.signalAll();
            return state;
        });
    }

    /// @return false where the first of them is not the one that comes next: the log has lost messages
    boolean put(List<Message<M>> messages) {
        return locked(() -> {
            if (state != State.OPEN) {
                return true;
            }
            for (Message<M> message : messages) {
                if (message.offset() != next + waiting.size()) {
                    return false;
                }
                waiting.add(message.item());
            }
            changed.signalAll();
            return true;
        });
    }

    /// Enough has come.
    boolean full() {
        return locked(waiting::size) >= capacity;
    }

    /// More should come, so that the receiver does not run dry.
    boolean hungry() {
        return locked(waiting::size) <= capacity / 2;
    }

    /// What lies below has been published. Only of an open partition.
    long committed() {
        return locked(() -> committed);
    }

    private void become(State from, State to) {
        locked(() -> {
            if (state == from) {
                state = to;
                changed.signalAll();
            }
            return state;
        });
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private void requireOurs() throws InterruptedException {
        if (state == State.ENDED) {
            throw new InterruptedException("partition %d is not ours any more".formatted(partition));
        }
    }
}
