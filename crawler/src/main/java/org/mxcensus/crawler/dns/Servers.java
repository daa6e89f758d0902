package org.mxcensus.crawler.dns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to ask next. Of those who are well, the one with the emptiest window: who answers fast and loses
/// nothing gets the most. Among equals it is round robin. Choosing belongs to the event loop.
final class Servers {
    private final List<Server> all;
    private int turn;

    Servers(List<Server> all) {
        this.all = List.copyOf(all);
    }

    List<Server> all() {
        return all;
    }

    /// A question is sent again to whom it was sent first, where that one has answered others meanwhile, and after
    /// that to another.
    ///
    /// @return null where those who are well have no room for it now
    @Nullable
    Server next(Flight flight, long now) {
        Transmission last = flight.last();
        if (last == null) {
            return next((Server) null, flight.isUrgent(), now);
        }
        Server same = last.server();
        boolean isAlive = same.health().isWell() && same.health().wasHeardSince(last.sentAt());
        if (flight.sent() == 1 && isAlive && !flight.hasComplaint()) {
            return flight.isUrgent() || same.window().hasRoom() ? same : null;
        }
        return next(same, flight.isUrgent(), now);
    }

    private @Nullable Server next(@Nullable Server unlike, boolean regardless, long now) {
        if (unlike == null) {
            for (Server server : all) {
                if (!server.health().isWell() && server.health().wantsALook(now)) {
                    return server;
                }
            }
        }
        if (isAnyWell(unlike)) {
            return emptiest(unlike, true, regardless);
        }
        if (isAnyWell(null)) {
            return emptiest(null, true, regardless);
        }
        Server other = emptiest(unlike, false, regardless);
        return other == null ? emptiest(null, false, regardless) : other;
    }

    /// Whether there is somebody else to turn to.
    boolean isAnyWell(@Nullable Server unlike) {
        for (Server server : all) {
            if (server != unlike && server.health().isWell()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Server emptiest(@Nullable Server unlike, boolean wellOnly, boolean regardless) {
        int first = turn;
        Server best = null;
        for (int i = 0; i < all.size(); i++) {
            Server server = all.get((first + i) % all.size());
            boolean isFit = server != unlike
                    && (!wellOnly || server.health().isWell())
                    && (regardless || server.window().hasRoom());
            if (isFit && (best == null || server.window().load() < best.window().load())) {
                best = server;
                turn = (first + i + 1) % all.size();
            }
        }
        return best;
    }
}
