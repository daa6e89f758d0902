package org.mxcensus.analyzer.warehouse;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Connections to one database for many who look something up at once: no more of them than there are places, and no
/// question that takes longer than there is time for. Safe for use by several threads.
public final class Readers implements AutoCloseable {
    /// More at once would only wait for each other's processors.
    private static final int PLACES = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// A look-up takes milliseconds; a search over ten million names takes a second.
    private static final Duration TIME = Duration.ofSeconds(10);

    private final Warehouse warehouse;
    private final Semaphore places;
    private final Duration patience;
    private final Duration time;

    /// @param warehouse closed with this
    public Readers(Warehouse warehouse) {
        this(warehouse, PLACES, PATIENCE, TIME);
    }

    /// @param patience how long somebody waits for a place
    /// @param time that a question may take, in whole seconds
    Readers(Warehouse warehouse, int places, Duration patience, Duration time) {
        this.warehouse = warehouse;
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.time = time;
    }

    /// Asks something over a connection of one's own.
    ///
    /// @throws Crowded where there is no place, and none becomes free in time
    /// @throws Overtime where a question takes too long
    public <T> T ask(Function<Warehouse, T> asking) {
        take();
        try (Warehouse own = warehouse.duplicate(time)) {
            return asking.apply(own);
        } finally {
            places.release();
        }
    }

    private void take() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Crowded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Crowded();
        }
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
