package org.mxcensus.analyzer.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Looks up single domains and hosts. Safe for use by several threads; manifests are read anew when they change.
///
/// Unknown names give empty results.
public interface Evidence extends AutoCloseable {

    /// The domain in the newest crawl whose frame has it.
    Optional<DomainEvidence> domain(String domain);

    /// The domain in a given crawl.
    Optional<DomainEvidence> domain(String domain, LocalDate crawl);

    /// The verdicts on the domain in all crawls, oldest first.
    List<DomainHistory> history(String domain);

    /// The MX host in the newest crawl that probed it.
    Optional<HostEvidence> host(String host);

    /// The MX host in all crawls that probed it, oldest first.
    List<HostHistory> hostHistory(String host);

    /// The domains that use the host in the newest crawl.
    ///
    /// As table `host_users` has it; of a crawl that was counted by an earlier version, as all its verdicts do,
    /// which takes a second for ten million domains.
    ///
    /// @param limit how many of them to name
    HostUsers usersOf(String host, int limit);

    /// Domains, hosts, providers and top-level domains of the newest crawl whose name begins with the text, an equal
    /// name first.
    ///
    /// @param limit of each kind
    List<Hit> search(String text, int limit);

    @Override
    void close();
}
