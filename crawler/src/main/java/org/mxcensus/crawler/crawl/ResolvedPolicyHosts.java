package org.mxcensus.crawler.crawl;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.mxcensus.crawler.dns.AddressFamily;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.Underway;
import org.mxcensus.crawler.domain.PolicyFetcher;
import org.mxcensus.crawler.domain.PolicyVisit;
import org.mxcensus.crawler.mtasts.HostAddresses;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.mtasts.PolicyHost;
import org.mxcensus.crawler.mtasts.PolicyResult;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;

/// Policy hosts, found by the resolver that finds everything else.
record ResolvedPolicyHosts(Resolver resolver, Transport transport, TlsClient tls, Gate gate, PolicyConfig config)
        implements PolicyFetcher {

    @Override
    public PolicyVisit fetch(String domain) {
        Search search = new Search(resolver);
        try {
            PolicyResult result = new PolicyHost(transport, tls, search::addresses, gate, config).fetch(domain);
            return new PolicyVisit(result.fetch(), result.cname(), result.certificates(), search.queries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the crawl is being stopped");
        }
    }

    /// The look-ups of one visit.
    private static final class Search {
        private final Resolver resolver;
        private int queries;

        Search(Resolver resolver) {
            this.resolver = resolver;
        }

        HostAddresses addresses(String host) {
            Underway<Lookup<List<String>>> six = Underway.ask(() -> resolver.addresses(host, AddressFamily.AAAA));
            Lookup<List<String>> a = resolver.addresses(host, AddressFamily.A);
            Lookup<List<String>> aaaa = six.await();
            queries = a.queries() + aaaa.queries();
            List<InetAddress> found = new ArrayList<>();
            found.addAll(literals(a.answer()));
            found.addAll(literals(aaaa.answer()));
            Optional<String> cname = a.end().or(aaaa::end);
            if (!found.isEmpty()) {
                return new HostAddresses.Found(found, cname);
            }
            return failure(a.answer())
                    .or(() -> failure(aaaa.answer()))
                    .<HostAddresses>map(HostAddresses.Failed::new)
                    .orElseGet(() -> new HostAddresses.None(cname));
        }

        private static List<InetAddress> literals(Answer<List<String>> answer) {
            return answer instanceof Answer.Found<List<String>> found
                    ? found.value().stream().map(InetAddress::ofLiteral).toList()
                    : List.of();
        }

        private static Optional<DnsFailure> failure(Answer<List<String>> answer) {
            return answer instanceof Answer.Failed<List<String>> failed
                    ? Optional.of(failed.failure())
                    : Optional.empty();
        }
    }
}
