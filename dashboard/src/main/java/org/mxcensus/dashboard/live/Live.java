package org.mxcensus.dashboard.live;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mxcensus.dashboard.api.Json;
import org.mxcensus.dashboard.census.Census;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/live`: an event `progress` at once, and whenever crawls under way have come along or figures have come in.
///
/// Each listener keeps the virtual thread of its request, so that one that does not read holds up no other, and no
/// answer outlives its request. It ends when the listener goes, which shows by a heartbeat at the latest. The store is
/// looked at once for all, and not at all while nobody
/// listens.
public final class Live implements AutoCloseable {
    /// Where listeners ask.
    public static final String PATH = "/live";

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private static final String EVENTS = "text/event-stream";

    private final Census census;
    private final Rhythm rhythm;
    private final Semaphore places;
    private final CountDownLatch closing = new CountDownLatch(1);

    private String seen = "";
    private long seenAt;

    /// @param beat how often the store is looked at
    /// @param quiet after how many beats without news a heartbeat is sent
    /// @param listeners how many there may be at once
    public record Rhythm(Duration beat, int quiet, int listeners) {
        /// Chunks are published some seconds apart. Proxies take a connection for dead after half a minute.
        public static final Rhythm DEFAULT = new Rhythm(Duration.ofSeconds(5), 3, 100);
    }

    public Live(Census census, Rhythm rhythm) {
        this.census = census;
        this.rhythm = rhythm;
        this.places = new Semaphore(rhythm.listeners());
    }

    /// Answers until the listener goes.
    ///
    /// @throws TooManyListeners where there is no place for another
    public void listen(Context context) {
        String accepted = context.header(Header.ACCEPT);
        if (accepted == null || !accepted.contains(EVENTS)) {
            throw new BadRequestResponse("Here are events alone; ask with the header Accept: %s.".formatted(EVENTS));
        }
        if (!places.tryAcquire()) {
            throw new TooManyListeners();
        }
        try {
            tell(context);
        } catch (IOException e) {
            LOG.debug("a listener has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    /// How many listen.
    int listeners() {
        return rhythm.listeners() - places.availablePermits();
    }

    private void tell(Context context) throws IOException, InterruptedException {
        context.contentType(EVENTS).header(Header.CACHE_CONTROL, "no-cache");
        OutputStream out = context.res().getOutputStream();
        String told = "";
        int silent = 0;
        do {
            String now = now();
            if (!now.equals(told)) {
                send(out, "event: progress\ndata: " + now);
                told = now;
                silent = 0;
            } else if (++silent >= rhythm.quiet()) {
                send(out, ": nothing new");
                silent = 0;
            }
        } while (!closing.await(rhythm.beat().toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void send(OutputStream out, String event) throws IOException {
        out.write((event + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private synchronized String now() {
        long moment = System.nanoTime();
        if (seen.isEmpty() || moment - seenAt >= rhythm.beat().toNanos()) {
            seen = Json.text(new News(census.edition(), census.underWay()));
            seenAt = moment;
        }
        return seen;
    }

    /// Sends everybody away.
    @Override
    public void close() {
        closing.countDown();
    }
}
