package org.mxcensus.crawler.smtp;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.mxcensus.crawler.queue.Partitions;
import org.mxcensus.datasets.observation.SmtpObservation;

/// Spares an address with thousands of names thousands of calls.
///
/// The first four names are called at, each for itself. Where all showed the same chain, further names without TLSA
/// take it over and say from whom, except one in a hundred, which is probed all the same and says whether it
/// agreed. The first difference ends the reuse; a call that was lost is none. What an address does before it has
/// heard a name (it takes no connection, stays mute, offers no TLS) is taken over likewise.
///
/// Names of one address take their turns in the order of their messages, so what is reused depends on nothing else.
/// Of one partition, which has all the names of its addresses.
public final class SharedAddresses {
    /// So many names of an address are looked at first, each for itself.
    public static final int FIRST_NAMES = 4;
    /// One in so many of the names that could take over is probed all the same.
    public static final int ONE_IN = 100;

    /// The end of each line; addresses that nobody stands in line for are not in it.
    private final Map<String, CompletableFuture<AddressHistory>> lines = new HashMap<>();
    /// The others.
    private final AddressMemory memory = new AddressMemory();

    private final String crawl;
    private final Clock clock;

    /// @param crawl decides which names are probed all the same: others in every crawl
    public SharedAddresses(String crawl, Clock clock) {
        this.crawl = crawl;
        this.clock = clock;
    }

    /// A probe of one name.
    public interface Probe {
        SmtpResult probe() throws InterruptedException;
    }

    /// Puts a name at the end of its address's line. By one thread, in the order of the messages.
    ///
    /// @return what to do when there is a thread for it: waits for its turn, then probes or takes over
    public Probe inTurn(SmtpTarget target, Probe probe) {
        CompletableFuture<AddressHistory> after = new CompletableFuture<>();
        CompletableFuture<AddressHistory> before = standInLine(target.ip(), after);
        return () -> {
            AddressHistory history = await(before);
            try {
                SmtpResult result = look(target, probe, history);
                history = history.after(result.observation());
                return result;
            } finally {
                leave(target.ip(), after, history);
            }
        };
    }

    /// Takes note of what an earlier chunk has seen. By the same thread, in the same order.
    public void recall(SmtpObservation seen) {
        CompletableFuture<AddressHistory> after = new CompletableFuture<>();
        standInLine(seen.ip(), after).thenAccept(history -> leave(seen.ip(), after, history.after(seen)));
    }

    /// @return what those before have seen
    private synchronized CompletableFuture<AddressHistory> standInLine(
            String ip, CompletableFuture<AddressHistory> after) {
        CompletableFuture<AddressHistory> before = lines.put(ip, after);
        return before == null ? CompletableFuture.completedFuture(memory.of(ip)) : before;
    }

    private void leave(String ip, CompletableFuture<AddressHistory> after, AddressHistory history) {
        synchronized (this) {
            // Whoever was the last in line leaves behind what is known.
            if (lines.remove(ip, after)) {
                memory.keep(ip, history);
            }
        }
        after.complete(history);
    }

    private SmtpResult look(SmtpTarget target, Probe probe, AddressHistory history) throws InterruptedException {
        Optional<SmtpObservation> model = target.hasTlsa() ? Optional.empty() : history.reusable();
        if (model.isEmpty()) {
            return probe.probe();
        }
        if (!isSample(target)) {
            return new SmtpResult(takenOver(target, model.get()), List.of());
        }
        SmtpResult result = probe.probe();
        return new SmtpResult(compared(result.observation(), model.get()), result.certificates());
    }

    private boolean isSample(SmtpTarget target) {
        long digest = Partitions.digest(crawl + " " + target.host() + " " + target.ip());
        return Long.remainderUnsigned(digest, ONE_IN) == 0;
    }

    private SmtpObservation takenOver(SmtpTarget target, SmtpObservation model) {
        return SmtpObservation.first(
                        target.host(),
                        target.ip(),
                        clock.instant(),
                        target.sni(),
                        model.outcome(),
                        model.dialogue(),
                        0,
                        0,
                        0)
                .takenOverFrom(model.host());
    }

    private static SmtpObservation compared(SmtpObservation seen, SmtpObservation model) {
        Shown now = Shown.of(seen);
        Shown before = Shown.of(model);
        boolean untold =
                now instanceof Shown.Nothing || (now instanceof Shown.Silence && !(before instanceof Shown.Silence));
        return untold ? seen : seen.testingReuse(now.equals(before));
    }

    private static AddressHistory await(CompletableFuture<AddressHistory> history) throws InterruptedException {
        try {
            return history.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a history never fails", e.getCause());
        }
    }
}
