package org.mxcensus.datasets.store.s3;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.mxcensus.datasets.store.UserError;
import software.amazon.awssdk.core.exception.AbortedException;

/// A thread that is being stopped can neither ask a bucket nor read a copy: that is no fault of the storage, and
/// nothing
/// that anybody could mend.
final class Interruption {

    private Interruption() {}

    /// Does it, or says that the thread is being stopped.
    ///
    /// @throws CancellationException where this thread is interrupted meanwhile; it is so afterwards, too
    static <T> T passing(Supplier<T> work) {
        try {
            return work.get();
        } catch (UserError | UncheckedIOException e) {
            if (e.getCause() instanceof AbortedException) {
                Thread.currentThread().interrupt();
            }
            throw Thread.currentThread().isInterrupted() ? stopped(e) : e;
        }
    }

    /// The same for what has no result.
    static void passing(Runnable work) {
        passing(() -> {
            work.run();
            return true;
        });
    }

    private static CancellationException stopped(RuntimeException e) {
        CancellationException stopped = new CancellationException("interrupted while the bucket was asked");
        stopped.initCause(e);
        return stopped;
    }
}
