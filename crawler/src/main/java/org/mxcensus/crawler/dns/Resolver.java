package org.mxcensus.crawler.dns;

import java.util.List;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.store.UserError;

/// Looks RRsets up. Every call blocks: call it from a virtual thread.
///
/// Names go in and come out in A-labels and presentation format (RFC 1035 §5.1), without the final dot;
/// what comes out is in lower case. RRsets come out without duplicates and sorted, since resolvers rotate them.
/// Whatever happens on the network is an [Answer]; nothing here throws for it.
public interface Resolver extends AutoCloseable {

    /// The MX RRset (RFC 1035 §3.3.9), by preference, then host. The host of a null MX is empty (RFC 7505 §3).
    Lookup<List<MailExchange>> mx(String name);

    /// The addresses of one family, as text; IPv6 as RFC 5952 has it.
    Lookup<List<String>> addresses(String name, AddressFamily family);

    /// The TXT RRset, the strings of each record joined without anything between (RFC 7208 §3.3),
    /// read as UTF-8.
    Lookup<List<String>> txt(String name);

    /// The TLSA RRset (RFC 6698 §2).
    ///
    /// @param owner with the port and protocol labels: `_25._tcp.<base>`
    Lookup<List<TlsaRecord>> tlsa(String owner);

    /// The names of the name servers that the zone names itself.
    Lookup<List<String>> ns(String zone);

    /// The names that an address points to (RFC 1035 §3.3.12).
    ///
    /// @param owner the address turned round, below `in-addr.arpa` or `ip6.arpa`
    Lookup<List<String>> ptr(String owner);

    /// The canonical name that the CNAME RR at the name itself gives; the chain behind it is not of
    /// interest here.
    Lookup<String> cname(String name);

    /// Asks each resolver for the root's name servers, before a crawl begins.
    ///
    /// @return whether somebody vouches for the answer, and what the user should be warned of
    /// @throws UserError in one sentence, where a resolver does not serve: which one, and what to do
    ResolverReport check();

    @Override
    void close();
}
