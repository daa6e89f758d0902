package org.mxcensus.crawler.dns;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Whom to ask next: round robin over the resolvers that are well.
final class Servers {

    /// One question in so many goes to whoever's turn it is, so that a resolver that came back is noticed.
    private static final int CHECK_EVERY = 50;

    private final List<Server> all;
    private final AtomicInteger turn = new AtomicInteger();

    Servers(List<Server> all) {
        this.all = List.copyOf(all);
    }

    List<Server> all() {
        return all;
    }

    Server next() {
        int mine = turn.getAndIncrement();
        Server whoseTurn = at(mine);
        if (whoseTurn.isWell() || Integer.remainderUnsigned(mine / all.size(), CHECK_EVERY) == 0) {
            return whoseTurn;
        }
        for (int i = 1; i < all.size(); i++) {
            if (at(mine + i).isWell()) {
                return at(mine + i);
            }
        }
        return whoseTurn;
    }

    private Server at(int index) {
        return all.get(Integer.remainderUnsigned(index, all.size()));
    }
}
