package org.mxcensus.crawler.crawl;

import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;

/// The three stages, in the order of the flow.
record Stages(Maker<String, DomainRow> domains, Maker<String, HostRow> hosts, Maker<SmtpTarget, SmtpRow> targets) {

    /// Makes the stage for a partition: what it has to remember is the partition's own.
    ///
    /// @param <M> the messages
    /// @param <R> the rows
    interface Maker<M, R extends Record> {

        /// @param partition from 0
        /// @param lease asked right before every connection
        Stage<M, R> of(int partition, Lease lease);
    }
}
