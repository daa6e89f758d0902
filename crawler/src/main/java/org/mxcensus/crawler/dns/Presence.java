package org.mxcensus.crawler.dns;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mxcensus.crawler.pace.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the resolver is there. Every answer says so; where a question fails, one that any resolver can
/// answer decides (the canary). Of all who wait, one at a time asks it.
final class Presence {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    /// How a resolver did while a question waited in vain.
    enum Verdict {
        /// It answered others throughout: the failure is the name's.
        THERE,
        /// It was away, and is back.
        AWAY,
        /// It is there now; for a while nobody can say.
        UNSEEN
    }

    /// Without any answer for so long, a resolver may have been away. A busy crawl hears hundreds in that
    /// time.
    private static final long SILENCE = Duration.ofSeconds(1).toNanos();

    private static final long FIRST_PAUSE = Duration.ofMillis(250).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(5).toNanos();

    private final BooleanSupplier canary;
    private final String name;
    private final Ticker ticker;
    private final Consumer<Boolean> news;
    private final ReentrantLock watch = new ReentrantLock();
    private volatile boolean away;
    private volatile long heardAt;
    private volatile long silenceEnded;
    private long absenceBegan;
    private volatile long absenceEnded;

    /// @param canary asks what any resolver can answer; whether it is answered
    /// @param name how to call the resolver in a message
    Presence(BooleanSupplier canary, String name, Ticker ticker) {
        this(canary, name, ticker, isAway -> {});
    }

    /// @param news is told when the resolver has gone away (true) or come back (false)
    Presence(BooleanSupplier canary, String name, Ticker ticker, Consumer<Boolean> news) {
        this.canary = canary;
        this.name = name;
        this.ticker = ticker;
        this.news = news;
        long now = ticker.nanos();
        this.heardAt = now;
        this.silenceEnded = now;
        this.absenceBegan = now;
        this.absenceEnded = now;
    }

    long now() {
        return ticker.nanos();
    }

    /// The resolver has answered something.
    void heard() {
        long now = ticker.nanos();
        if (now - heardAt > SILENCE) {
            silenceEnded = now;
        }
        heardAt = now;
    }

    /// Returns at once, unless the resolver is known to be away: then when it is back.
    ///
    /// @throws CancellationException where the waiting thread is interrupted
    void await() {
        if (away) {
            awaitAnswer(ticker.nanos());
        }
    }

    /// Makes sure that the resolver is there, and waits for it where it is not.
    ///
    /// @param asked when the question was asked that has just failed
    /// @throws CancellationException where the waiting thread is interrupted
    Verdict since(long asked) {
        awaitAnswer(ticker.nanos());
        if (absenceEnded - asked > 0) {
            return Verdict.AWAY;
        }
        return silenceEnded - asked > 0 ? Verdict.UNSEEN : Verdict.THERE;
    }

    private void awaitAnswer(long after) {
        try {
            watch.lockInterruptibly();
            try {
                askUntilAnswered(after);
            } finally {
                watch.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the resolver");
        }
    }

    private void askUntilAnswered(long after) throws InterruptedException {
        long pause = FIRST_PAUSE;
        while (heardAt - after <= 0) {
            if (canary.getAsBoolean()) {
                heard();
                break;
            }
            missed();
            ticker.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
        if (away) {
            returned();
        }
    }

    private void missed() {
        if (!away) {
            absenceBegan = heardAt;
            away = true;
            news.accept(true);
            LOG.warn("The resolver {} is away: look-ups wait until it answers again.", name);
        }
    }

    private void returned() {
        absenceEnded = ticker.nanos();
        away = false;
        news.accept(false);
        LOG.warn(
                "The resolver {} is back after {} s of silence: what it left unanswered is asked again.",
                name,
                Duration.ofNanos(absenceEnded - absenceBegan).toSeconds());
    }
}
