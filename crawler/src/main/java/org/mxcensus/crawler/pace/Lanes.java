package org.mxcensus.crawler.pace;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// One queue of permits a key. A key exists only as long as somebody holds or awaits one of its permits, so memory
/// is bounded by what is in flight, however many keys pass by. Those who wait are served in the order they came.
///
/// @param <K> what the limit is counted by
final class Lanes<K> {

    private static final class Lane {
        final Semaphore permits;
        int users;

        Lane(int limit) {
            permits = new Semaphore(limit, true);
        }
    }

    private final ConcurrentHashMap<K, Lane> lanes = new ConcurrentHashMap<>();
    private final int limit;
    private final long spacing;

    /// @param limit permits of a key
    /// @param spacing least time in nanoseconds that each of those who wait takes, for telling a wait that is
    ///     too long before it has begun
    Lanes(int limit, long spacing) {
        this.limit = limit;
        this.spacing = spacing;
    }

    /// @return whether a permit was had; nothing is held where not
    boolean enter(K key, Wait wait) throws InterruptedException {
        Lane lane = lanes.compute(key, (k, known) -> {
            Lane each = known == null ? new Lane(limit) : known;
            each.users++;
            return each;
        });
        boolean entered = false;
        try {
            // Outside of the map's lock: waiting for one key delays no other.
            entered = wait.allows(ahead(lane) * spacing) && wait.acquire(lane.permits);
            return entered;
        } finally {
            if (!entered) {
                leave(key);
            }
        }
    }

    /// How many waited already. Others come and go meanwhile: a guess, and all that it decides is when to
    /// give up.
    private long ahead(Lane lane) {
        return Math.max(0, lane.users - 1 - limit);
    }

    void exit(K key) {
        lanes.computeIfPresent(key, (k, lane) -> {
            lane.permits.release();
            return lane;
        });
        leave(key);
    }

    private void leave(K key) {
        lanes.computeIfPresent(key, (k, lane) -> --lane.users == 0 ? null : lane);
    }

    int size() {
        return lanes.size();
    }
}
