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

    Lanes(int limit) {
        this.limit = limit;
    }

    void enter(K key) throws InterruptedException {
        Lane lane = lanes.compute(key, (k, known) -> {
            Lane each = known == null ? new Lane(limit) : known;
            each.users++;
            return each;
        });
        try {
            // Outside of the map's lock: waiting for one key delays no other.
            lane.permits.acquire();
        } catch (InterruptedException e) {
            leave(key);
            throw e;
        }
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
