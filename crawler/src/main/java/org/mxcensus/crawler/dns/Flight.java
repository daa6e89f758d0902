package org.mxcensus.crawler.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mxcensus.datasets.observation.DnsFailure;

/// One question between its first datagram and its answer. One thread waits for it; everything but the
/// waiting happens in the event loop. An answer to any of its datagrams is an answer.
final class Flight {

    /// An answer that fits.
    record Arrival(byte[] message, Server from) {}

    /// Where an answer is expected.
    private record Slot(UdpPort port, int id) {}

    private final QueryWire query;
    private final CompletableFuture<Arrival> arrival = new CompletableFuture<>();
    private final List<Slot> slots = new ArrayList<>(1);
    private volatile DnsFailure otherwise = DnsFailure.TIMEOUT;

    Flight(QueryWire query) {
        this.query = query;
    }

    QueryWire query() {
        return query;
    }

    /// @return the id that this question has at that port already, or a new one
    int idAt(UdpPort port) {
        for (Slot slot : slots) {
            if (slot.port() == port) {
                return slot.id();
            }
        }
        int id = port.occupy(this);
        slots.add(new Slot(port, id));
        return id;
    }

    boolean hasLanded() {
        return arrival.isDone();
    }

    void land(byte[] message, Server from) {
        release();
        arrival.complete(new Arrival(message, from));
    }

    /// Gives the ids back. Answers that are still on their way find nobody.
    void release() {
        slots.forEach(slot -> slot.port().vacate(slot.id()));
        slots.clear();
    }

    /// Notes what is wrong, for the case that nothing better comes.
    void note(DnsFailure failure) {
        otherwise = failure;
    }

    /// The outcome where no answer arrives.
    DnsFailure otherwise() {
        return otherwise;
    }

    /// Waits, up to that long.
    ///
    /// @throws CancellationException where the waiting thread is interrupted
    Optional<Arrival> await(Duration slice) {
        try {
            return Optional.of(arrival.get(slice.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the DNS");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an arrival never fails", e);
        }
    }
}
