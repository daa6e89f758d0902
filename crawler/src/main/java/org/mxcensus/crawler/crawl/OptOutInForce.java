package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.crawler.pace.Refresh;
import org.mxcensus.crawler.pace.RoutingTable;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.datasets.store.WorkFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whom a crawl leaves alone at the moment: everybody on this process's list as it is now, and on those that others
/// who take part have added. Looked up again every few seconds by whoever asks.
///
/// Nobody is struck off within a crawl. A name that disappears from one list may be on another's, or the file may
/// just be written anew; the next crawl begins without it.
final class OptOutInForce implements OptOutSource {
    private static final Logger LOG = LoggerFactory.getLogger(OptOutInForce.class);
    /// With the file's own ten seconds: what is added takes effect within half a minute, everywhere.
    static final Duration LOOK_EVERY = Duration.ofSeconds(15);

    private final OptOutLists lists;
    private final OptOutSource ours;
    private final RoutingTable routes;
    private final Clock clock;
    private final Refresh refresh;
    private volatile OptOut inForce;
    private OptOut joined;
    private List<String> known;
    private boolean troubled;

    private OptOutInForce(
            OptOutLists lists, OptOutSource ours, RoutingTable routes, boolean first, Clock clock, Ticker ticker) {
        this.lists = lists;
        this.ours = ours;
        this.routes = routes;
        this.clock = clock;
        this.joined = ours.current();
        this.inForce = lists.join(joined, first).with(routes);
        this.known = lists.names();
        this.refresh = new Refresh(LOOK_EVERY, ticker);
        lists.note(inForce, clock.instant());
    }

    /// Takes part, with the list that this process was started with.
    ///
    /// @param first whether nobody else takes part yet
    static OptOutSource join(WorkFiles files, ProbeConfig config, boolean first, Clock clock, Ticker ticker) {
        return of(new OptOutLists(files), config.optOut(), config.routes(), first, clock, ticker);
    }

    static OptOutSource of(
            OptOutLists lists, OptOutSource ours, RoutingTable routes, boolean first, Clock clock, Ticker ticker) {
        return new OptOutInForce(lists, ours, routes, first, clock, ticker);
    }

    @Override
    public OptOut current() {
        refresh.ifDue(this::look);
        return inForce;
    }

    private void look() {
        OptOut now = ours.current();
        // Whatever becomes of the storage: our own additions hold.
        if (now != joined) {
            inForce = inForce.and(now).with(routes);
        }
        try {
            if (now != joined || !lists.names().equals(known)) {
                inForce = inForce.and(lists.join(now, false)).with(routes);
                joined = now;
                known = lists.names();
                lists.note(inForce, clock.instant());
            }
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                troubled = true;
                LOG.warn(
                        "The crawl's opt-out lists cannot be read or added to at the moment ({}); those known and the one given here stay in force.",
                        e.getMessage());
            }
        }
    }
}
