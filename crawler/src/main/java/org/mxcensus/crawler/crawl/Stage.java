package org.mxcensus.crawler.crawl;

import java.util.List;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.schema.Table;

/// What one stage does with one message. Knows nothing of queues, chunks or files.
///
/// @param <M> what it is told to look at
/// @param <R> the row that it makes of it
interface Stage<M, R extends Record> {

    /// The stage's own table.
    Table<R> table();

    /// Messages with equal keys are looked at once.
    String key(M message);

    /// Whether it may be looked at. What opted out is passed over: it has no row, and so counts as unmeasured.
    boolean admits(M message);

    /// Looks. Network trouble is part of the row.
    Seen<R> look(M message) throws InterruptedException;

    /// The row of a message whose look failed by a bug of ours.
    R internalError(M message, RuntimeException bug);

    /// The outcome that the summary counts the row under.
    String outcome(R row);

    /// @param certificates what was sent to us on the way
    record Seen<R>(R row, List<CertificateObservation> certificates) {
        public Seen {
            certificates = List.copyOf(certificates);
        }
    }
}
