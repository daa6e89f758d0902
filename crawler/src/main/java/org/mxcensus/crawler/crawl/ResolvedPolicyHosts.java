package org.mxcensus.crawler.crawl;

import java.util.concurrent.CancellationException;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.domain.PolicyFetcher;
import org.mxcensus.crawler.domain.PolicyVisit;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.mtasts.PolicyHost;
import org.mxcensus.crawler.mtasts.PolicyResult;
import org.mxcensus.crawler.mtasts.ResolvedAddresses;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;

/// Policy hosts, found by the resolver that finds everything else.
record ResolvedPolicyHosts(Resolver resolver, Transport transport, TlsClient tls, Gate gate, PolicyConfig config)
        implements PolicyFetcher {

    @Override
    public PolicyVisit fetch(String domain) {
        ResolvedAddresses search = new ResolvedAddresses(resolver);
        try {
            PolicyResult result = new PolicyHost(transport, tls, search, gate, config).fetch(domain);
            return new PolicyVisit(result.fetch(), result.cname(), result.certificates(), search.queries());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the crawl is being stopped");
        }
    }
}
