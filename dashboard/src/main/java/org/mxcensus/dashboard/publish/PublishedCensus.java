package org.mxcensus.dashboard.publish;

import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.census.Absence;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.UnderWay;

/// A census that holds no more than outsiders may see. Whatever a page or an address of the API does wrong, it cannot
/// show what is not here.
///
/// @param census with everything
public record PublishedCensus(Census census, Tier tier) implements Census {

    /// The census itself where everything is published.
    public static Census of(Census census, Tier tier) {
        return tier == Tier.FULL ? census : new PublishedCensus(census, tier);
    }

    @Override
    public Optional<Trends> trends() {
        return tier == Tier.AGGREGATES ? census.trends().map(LargeGroups::new) : census.trends();
    }

    @Override
    public Evidence evidence() {
        return tier == Tier.AGGREGATES
                ? new NamedGroups(census.evidence(), this)
                : new VerdictsAlone(census.evidence());
    }

    @Override
    public Analyses analyses() {
        return tier == Tier.AGGREGATES ? new NamelessAnalyses(census.analyses()) : census.analyses();
    }

    @Override
    public String edition() {
        return census.edition();
    }

    /// Without the names of files.
    @Override
    public Optional<String> notice() {
        return census.notice().map(_ -> "Newer figures are there and cannot be read; those shown may be older.");
    }

    @Override
    public List<UnderWay> underWay() {
        return census.underWay();
    }

    /// Without the folders and commands of whoever runs this.
    @Override
    public Absence absence() {
        return new Absence("There are no figures here yet. They appear by themselves.", "");
    }

    @Override
    public void close() {
        census.close();
    }
}
