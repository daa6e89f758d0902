package org.mxcensus.crawler.domain;

/// Fetches MTA-STS policies (RFC 8461 §3.3). Blocks.
@FunctionalInterface
public interface PolicyFetcher {

    /// Fetches `https://mta-sts.<domain>/.well-known/mta-sts.txt`.
    ///
    /// @param domain the policy domain, whose record has been found valid
    PolicyVisit fetch(String domain);
}
