package org.mxcensus.crawler.domain;

/// How far a probe of a domain goes.
///
/// @param hints whether it is asked what lies below `_domainkey` and its like: three questions more, or four
/// @param nameServers whether the zone is asked for its name servers: not where a zone file has told them already
/// @param vantage a name for the place that we see from
public record DomainConfig(boolean hints, boolean nameServers, String vantage) {

    /// Everything that can be asked.
    public static DomainConfig everything(String vantage) {
        return new DomainConfig(true, true, vantage);
    }
}
