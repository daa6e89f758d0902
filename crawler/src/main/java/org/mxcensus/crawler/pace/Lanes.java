package org.mxcensus.crawler.pace;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// One queue of permits a unit. A lane exists only as long as somebody holds or awaits one of its permits, so
/// memory is bounded by what is in flight, however many units pass by. Those who wait are served in the order they
/// came.
///
/// How many permits a lane has may change; it takes effect when somebody comes or goes. Who is inside stays inside.
final class Lanes {

    private static final class Lane extends Semaphore {
        private int limit;
        private int users;

        Lane(int limit) {
            super(limit, true);
            this.limit = limit;
        }

        void become(int atOnce) {
            if (atOnce > limit) {
                release(atOnce - limit);
            } else if (atOnce < limit) {
                reducePermits(limit - atOnce);
            }
            limit = atOnce;
        }
    }

    private final ConcurrentHashMap<Unit, Lane> lanes = new ConcurrentHashMap<>();
    private final Restraint restraint;

    /// @param restraint says how many permits a unit has, and how far apart they are used
    Lanes(Restraint restraint) {
        this.restraint = restraint;
    }

    /// @return whether a permit was had; nothing is held where not
    boolean enter(Unit unit, Wait wait) throws InterruptedException {
        int atOnce = restraint.atOnce(unit);
        Lane lane = lanes.compute(unit, (u, known) -> {
            Lane each = known == null ? new Lane(atOnce) : known;
            each.become(atOnce);
            each.users++;
            return each;
        });
        boolean entered = false;
        try {
            // Outside of the map's lock: waiting for one unit delays no other.
            entered = wait.allows(ahead(lane) * restraint.turn(unit)) && wait.acquire(lane);
            return entered;
        } finally {
            if (!entered) {
                leave(unit);
            }
        }
    }

    /// How many waited already. Others come and go meanwhile: a guess, and all that it decides is when to
    /// give up.
    private static long ahead(Lane lane) {
        return Math.max(0, lane.users - 1 - lane.limit);
    }

    void exit(Unit unit) {
        int atOnce = restraint.atOnce(unit);
        lanes.computeIfPresent(unit, (u, lane) -> {
            lane.become(atOnce);
            lane.release();
            return lane;
        });
        leave(unit);
    }

    private void leave(Unit unit) {
        lanes.computeIfPresent(unit, (u, lane) -> --lane.users == 0 ? null : lane);
    }

    int size() {
        return lanes.size();
    }
}
