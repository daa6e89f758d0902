package org.mxcensus.crawler.host;

import java.util.List;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;

/// Looks for the TLSA RRset of one host, in the order of RFC 7672 §2.2.2 and §2.2.3. Serves one host.
final class TlsaSearch {
    private final Resolver resolver;
    private final int port;
    private int queries;

    TlsaSearch(Resolver resolver, int port) {
        this.resolver = resolver;
        this.port = port;
    }

    TlsaFindings search(String host, HostAddresses addresses) {
        TlsaOutcome outcome = switch (addresses.standing()) {
            case NONE -> new TlsaOutcome.NotAsked();
            case SECURE -> belowSecure(candidates(host, addresses));
            case INSECURE -> addresses.aliases().isEmpty() ? belowInsecure(host) : behindInsecureAlias(host);
        };
        List<String> zoneNs = outcome instanceof TlsaOutcome.Failed failed ? nameServers(failed.base()) : List.of();
        return new TlsaFindings(outcome, zoneNs, queries);
    }

    /// RFC 7672 §2.2.3: the expanded name first, then the original one.
    private static List<String> candidates(String host, HostAddresses addresses) {
        String expanded = addresses.expanded(host);
        return expanded.equals(host) ? List.of(host) : List.of(expanded, host);
    }

    /// What is absent or insecure at one base domain may be there at the next; a failure ends the search, for
    /// nobody knows what it hides (RFC 7672 §2.1.2).
    private TlsaOutcome belowSecure(List<String> bases) {
        TlsaOutcome best = new TlsaOutcome.Absent(Security.SECURE);
        for (String base : bases) {
            TlsaOutcome here = at(base);
            switch (here) {
                case TlsaOutcome.Found found -> {
                    return found;
                }
                case TlsaOutcome.Failed failed -> {
                    return failed;
                }
                case TlsaOutcome.FoundInsecure insecure ->
                    best = best instanceof TlsaOutcome.FoundInsecure ? best : here;
                case TlsaOutcome.Absent absent -> best = weaker(best, absent);
                case TlsaOutcome.NotAsked never -> throw new IllegalStateException("a look-up was made");
            }
        }
        return best;
    }

    /// An absence is as secure as the weakest denial that it stands on.
    private static TlsaOutcome weaker(TlsaOutcome best, TlsaOutcome.Absent here) {
        return best instanceof TlsaOutcome.Absent && here.security() == Security.INSECURE ? here : best;
    }

    /// RFC 7672 §2.2.2: an alias may be secure although what it leads to is not; then the original name is the
    /// only base domain.
    private TlsaOutcome behindInsecureAlias(String host) {
        Lookup<String> cname = resolver.cname(host);
        queries += cname.queries();
        return switch (cname.answer()) {
            case Answer.Found<String> found ->
                found.security() == Security.SECURE ? belowSecure(List.of(host)) : belowInsecure(host);
            case Answer.NoData<String> none -> belowInsecure(host);
            case Answer.NxDomain<String> none -> belowInsecure(host);
            case Answer.Failed<String>(DnsFailure failure, List<ExtendedError> errors) ->
                new TlsaOutcome.Failed(host, failure, errors);
        };
    }

    /// No sender asks here. The survey does, and a failure means nothing: servers of unsigned zones
    /// often know no TLSA.
    private TlsaOutcome belowInsecure(String host) {
        return switch (at(host)) {
            case TlsaOutcome.Found found -> new TlsaOutcome.FoundInsecure(found.base(), found.records(), found.ttl());
            case TlsaOutcome.FoundInsecure insecure -> insecure;
            case TlsaOutcome.Absent absent -> new TlsaOutcome.Absent(Security.INSECURE);
            case TlsaOutcome.Failed failed -> new TlsaOutcome.Absent(Security.INSECURE);
            case TlsaOutcome.NotAsked never -> throw new IllegalStateException("a look-up was made");
        };
    }

    private TlsaOutcome at(String base) {
        Lookup<List<TlsaRecord>> lookup = resolver.tlsa("_" + port + "._tcp." + base);
        queries += lookup.queries();
        return switch (lookup.answer()) {
            case Answer.Found<List<TlsaRecord>>(List<TlsaRecord> records, Security security, long ttl) ->
                security == Security.SECURE
                        ? new TlsaOutcome.Found(base, records, ttl)
                        : new TlsaOutcome.FoundInsecure(base, records, ttl);
            case Answer.NoData<List<TlsaRecord>>(Security security) -> new TlsaOutcome.Absent(security);
            case Answer.NxDomain<List<TlsaRecord>>(Security security) -> new TlsaOutcome.Absent(security);
            case Answer.Failed<List<TlsaRecord>>(DnsFailure failure, List<ExtendedError> errors) ->
                new TlsaOutcome.Failed(base, failure, errors);
        };
    }

    /// Whose servers answer for that name: the NS RRset of the zone that it lies in. Where that cannot be had,
    /// nobody is blamed, nor is ever a TLD.
    private List<String> nameServers(String base) {
        for (String zone = base; zone.indexOf('.') > 0; zone = zone.substring(zone.indexOf('.') + 1)) {
            Lookup<List<String>> ns = resolver.ns(zone);
            queries += ns.queries();
            switch (ns.answer()) {
                case Answer.Found<List<String>> found -> {
                    // Behind an alias they would be another zone's.
                    if (ns.aliases().isEmpty()) {
                        return found.value();
                    }
                }
                case Answer.Failed<List<String>> failed -> {
                    if (!isBrokenDenial(failed.failure())) {
                        return List.of();
                    }
                }
                case Answer.NoData<List<String>> none -> {}
                case Answer.NxDomain<List<String>> none -> {}
            }
        }
        return List.of();
    }

    /// Where one denial is broken, so are its neighbours. The host's addresses came securely, so its zone can say what
    /// is there: had it been an apex, its NS RRset would have come too.
    private static boolean isBrokenDenial(DnsFailure failure) {
        return switch (failure) {
            case BOGUS, SERVFAIL -> true;
            case TIMEOUT, REFUSED, MALFORMED, NETWORK, NOT_ASKED, INTERNAL_ERROR -> false;
        };
    }
}
