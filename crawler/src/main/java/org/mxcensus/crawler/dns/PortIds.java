package org.mxcensus.crawler.dns;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The message ids of one port, and whose they are. Belongs to the event loop.
///
/// An id is not given out again as long as an answer may still come that bears it. So a late answer meets the
/// datagram that it answers, or nobody, and never another question. Twice answered, too: a datagram may be
/// doubled on its way.
final class PortIds {
    private static final int IDS = 1 << 16;

    /// Beyond that, a free id is hard to find, and a guess is easy (RFC 5452 §4.3).
    private static final int MOST_IN_USE = IDS * 3 / 4;

    /// No resolver answers later than that.
    static final long QUARANTINE = Duration.ofSeconds(60).toNanos();

    /// So many others are answered before an answered id is used again.
    private static final int ANSWERED_HELD = 1024;

    private final MessageIds random;
    private final @Nullable Transmission[] owners = new @Nullable Transmission[IDS];
    private final Deque<Transmission> quarantine = new ArrayDeque<>();
    private final Deque<Transmission> answered = new ArrayDeque<>();
    private int inUse;

    PortIds(MessageIds random) {
        this.random = random;
    }

    /// @return an id that nobody can guess; below zero where none is to be had now
    int unused(long now) {
        while (!quarantine.isEmpty() && quarantine.getFirst().heldUntil() - now <= 0) {
            free(quarantine.removeFirst());
        }
        while (inUse >= MOST_IN_USE) {
            Transmission oldest = answered.isEmpty() ? quarantine.pollFirst() : answered.pollFirst();
            if (oldest == null) {
                return -1;
            }
            free(oldest);
        }
        int id = random.next();
        while (owners[id] != null) {
            id = id + 1 & IDS - 1;
        }
        return id;
    }

    void take(Transmission transmission) {
        owners[transmission.id()] = transmission;
        inUse++;
    }

    /// Whose the id is or was, where an answer may still come.
    @Nullable
    Transmission owner(int id) {
        return owners[id];
    }

    /// The datagram's question has its outcome.
    void hold(Transmission transmission, long now) {
        transmission.hold(now + QUARANTINE);
        if (transmission.isAnswered()) {
            holdAnswered(transmission);
        } else {
            quarantine.addLast(transmission);
        }
    }

    /// It is answered after all. It stays in the quarantine's list, which passes over it.
    void answeredLate(Transmission transmission) {
        holdAnswered(transmission);
    }

    private void holdAnswered(Transmission transmission) {
        answered.addLast(transmission);
        if (answered.size() > ANSWERED_HELD) {
            free(answered.removeFirst());
        }
    }

    /// May be told of one that has been freed before.
    private void free(Transmission transmission) {
        if (owners[transmission.id()] == transmission) {
            owners[transmission.id()] = null;
            inUse--;
        }
    }
}
