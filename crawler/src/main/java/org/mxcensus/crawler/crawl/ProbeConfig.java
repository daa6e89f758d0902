package org.mxcensus.crawler.crawl;

import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.pace.RoutingTable;
import org.mxcensus.crawler.smtp.RetryRule;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.datasets.names.PublicSuffixes;

/// What the probes need to know.
///
/// @param retries who is called at a second time
/// @param allowReserved leave to connect to private and reserved addresses: for a lab, never for the internet
/// @param suffixes what tells registered domains
/// @param hints whether domains are asked what lies below `_domainkey` and its like
/// @param optOut who is left alone
/// @param vantage a name for the place that the census is taken from
/// @param routes which systems announce an address
public record ProbeConfig(
        ResolverConfig resolver,
        SmtpConfig smtp,
        PolicyConfig policyHosts,
        PaceLimits pace,
        RetryRule retries,
        boolean allowReserved,
        OptOutSource optOut,
        PublicSuffixes suffixes,
        boolean hints,
        String vantage,
        RoutingTable routes) {

    /// Without a routing table.
    public ProbeConfig(
            ResolverConfig resolver,
            SmtpConfig smtp,
            PolicyConfig policyHosts,
            PaceLimits pace,
            RetryRule retries,
            boolean allowReserved,
            OptOutSource optOut,
            PublicSuffixes suffixes,
            boolean hints,
            String vantage) {
        this(
                resolver,
                smtp,
                policyHosts,
                pace,
                retries,
                allowReserved,
                optOut,
                suffixes,
                hints,
                vantage,
                RoutingTable.NONE);
    }

    /// The same with another list of those who asked not to be measured.
    ProbeConfig leavingAlone(OptOutSource others) {
        return new ProbeConfig(
                resolver, smtp, policyHosts, pace, retries, allowReserved, others, suffixes, hints, vantage, routes);
    }

    /// The same, asking for hints or not.
    public ProbeConfig withHints(boolean value) {
        return new ProbeConfig(
                resolver, smtp, policyHosts, pace, retries, allowReserved, optOut, suffixes, value, vantage, routes);
    }
}
