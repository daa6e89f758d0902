package org.mxcensus.dashboard.census;

import java.util.List;
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

    /// What a reader must know of all that is shown, one sentence: that newer figures are there and cannot be read,
    /// say.
    Optional<String> notice();

    /// The crawls that have begun and have no figures yet, oldest first.
    List<UnderWay> underWay();

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
