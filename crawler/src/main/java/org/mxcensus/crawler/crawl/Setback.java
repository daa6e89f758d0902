package org.mxcensus.crawler.crawl;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.LoggerFactory;

/// What to do when the storage cannot be written.
interface Setback {

    /// Ends the crawl: somebody sits before it, and is told.
    Setback GIVE_UP = Setback::giveUp;

    /// Keeps what has been seen and tries again, since nobody watches over a worker, and to probe all of it a second
    /// time would be worse manners than to wait.
    ///
    /// @param lease of the worker. Who has slept so long that he lost it may have seen servers that do not answer,
    ///     where it was he who did not listen: nothing of that is written
    static Setback holding(Lease lease) {
        return new Setback() {
            @Override
            public <T> T until(Supplier<T> writing) throws InterruptedException {
                return hold(lease, writing);
            }
        };
    }

    /// Does it, now or later.
    ///
    /// @throws UserError where it is given up
    /// @throws InterruptedException where the crawl is being stopped
    <T> T until(Supplier<T> writing) throws InterruptedException;

    private static <T> T giveUp(Supplier<T> writing) throws InterruptedException {
        try {
            return writing.get();
        } catch (CancellationException e) {
            throw stopped();
        } catch (UserError e) {
            throw unlessStopped(e);
        }
    }

    private static <T> T hold(Lease lease, Supplier<T> writing) throws InterruptedException {
        for (Duration pause = Duration.ofSeconds(1); ; pause = longer(pause)) {
            lease.require();
            try {
                return writing.get();
            } catch (CancellationException e) {
                throw stopped();
            } catch (UserError e) {
                LoggerFactory.getLogger(Setback.class)
                        .warn(
                                "{} What has been seen is held; next try in {} s.",
                                unlessStopped(e).getMessage(),
                                pause.toSeconds());
            }
            Thread.sleep(pause);
        }
    }

    /// A thread that is being stopped can write no file: that is no fault of the storage.
    private static UserError unlessStopped(UserError e) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped();
        }
        return e;
    }

    private static InterruptedException stopped() {
        Thread.interrupted();
        return new InterruptedException("the crawl is being stopped");
    }

    private static Duration longer(Duration pause) {
        Duration longest = Duration.ofSeconds(30);
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) > 0 ? longest : twice;
    }
}
