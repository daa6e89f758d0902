package org.mxcensus.analyzer.verdict;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.Previous;

/// What the crawl before left in the store: of the hosts that have or had secure TLSA records, and of the domains that
/// had a policy or may have had one. Others take no memory.
///
/// @param missed domains of which it could not be told whether a sender got a policy
/// @param certificates of the hosts' chains, outside the heap
record StoredPrevious(
        Map<String, Host> hosts, Map<String, Policy> policies, Set<String> missed, StoredCertificates certificates)
        implements Previous, AutoCloseable {

    /// @param now the crawl that is being judged
    /// @param before the crawl before it; empty where there is none
    static StoredPrevious of(CrawlTables now, Optional<CrawlBefore> before) {
        return before.map(crawl -> new CrawlTables(crawl.store(), crawl.manifest(), now.names()))
                .map(then -> new PreviousReader(then, now).read())
                .orElseGet(() -> new StoredPrevious(
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        StoredCertificates.of(Stream.of(), now.store().scratch("previous-certificates"))));
    }

    @Override
    public Optional<Host> host(String host) {
        return Optional.ofNullable(hosts.get(host));
    }

    @Override
    public Optional<Policy> policy(String domain) {
        return Optional.ofNullable(policies.get(domain));
    }

    @Override
    public boolean missedPolicy(String domain) {
        return missed.contains(domain);
    }

    @Override
    public void close() {
        certificates.close();
    }
}
