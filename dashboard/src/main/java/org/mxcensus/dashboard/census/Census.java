package org.mxcensus.dashboard.census;

import java.util.Optional;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.stats.Trends;

/// The statistics and the evidence of a store, as they are now. Safe for use by several threads.
public interface Census extends AutoCloseable {

    /// The newest statistics; empty while no crawl has any.
    Optional<Trends> trends();

    /// Single domains and hosts.
    Evidence evidence();

    /// What is worked out over whole crawls.
    Analyses analyses();

    /// Changes whenever anything changes that is read here, so that an answer holds as long as it does not.
    String edition();

    /// Why there are no statistics, if there are none.
    Absence absence();

    @Override
    void close();

    /// The newest statistics.
    ///
    /// @throws NothingYet while no crawl has any
    default Trends statistics() {
        return trends().filter(trends -> !trends.crawls().isEmpty()).orElseThrow(() -> new NothingYet(absence()));
    }
}
