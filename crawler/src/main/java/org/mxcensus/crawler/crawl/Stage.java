package org.mxcensus.crawler.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.schema.Table;

/// What one stage does with the messages of one partition. Knows nothing of queues, chunks or files.
///
/// @param <M> what it is told to look at
/// @param <R> the row that it makes of it
interface Stage<M, R extends Record> {

    /// The stage's own table.
    Table<R> table();

    /// Messages with equal keys are looked at once.
    String key(M message);

    /// The key of the message that a row was made of.
    String keyOf(R row);

    /// Whether it may be looked at. What opted out is passed over: it has no row, and so counts as unmeasured.
    boolean admits(M message);

    /// Prepares to look. Called in the order of the messages, by one thread.
    Look<R> begin(M message);

    /// The row of a message whose look failed by a bug of ours.
    R internalError(M message, Throwable bug);

    /// The outcome that the summary counts the row under.
    String outcome(R row);

    /// Whether the row tells what it was to tell.
    boolean measured(R row);

    /// Whether the row took over what was seen for another message.
    default boolean isReused(R row) {
        return false;
    }

    /// Whether the row only says that its subject opted out.
    default boolean isLeftAlone(R row) {
        return false;
    }

    /// Takes note of a row of an earlier chunk that somebody else made. Called in the order of the messages, before
    /// those that follow are begun.
    default void recall(R row) {}

    /// When to look once more at what this row could not tell; empty where there is nothing more to try.
    default Optional<Instant> due(R row) {
        return Optional.empty();
    }

    /// For how long a row that is [#due] was put off.
    default Duration pause(R row) {
        return Duration.ZERO;
    }

    /// Prepares the second and last look.
    ///
    /// @param row what the first one came to; [#due] says when
    default Look<R> again(R row) {
        throw new IllegalStateException("nothing is looked at twice in " + table());
    }

    /// Looks. Network trouble is part of the row. Runs on a thread of its own.
    interface Look<R> {
        Seen<R> look() throws InterruptedException;
    }

    /// @param certificates what was sent to us on the way
    record Seen<R>(R row, List<CertificateObservation> certificates) {
        public Seen {
            certificates = List.copyOf(certificates);
        }
    }
}
