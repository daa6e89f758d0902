package org.mxcensus.crawler.mtasts;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.dns.AddressFamily;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.Underway;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;

/// Finds hosts by the resolver that finds everything else. Used by one thread.
public final class ResolvedAddresses implements AddressLookup {
    private final Resolver resolver;
    private int queries;

    public ResolvedAddresses(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public HostAddresses of(String host) {
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

    /// Messages that were sent for the last host.
    public int queries() {
        return queries;
    }

    private static List<InetAddress> literals(Answer<List<String>> answer) {
        return answer instanceof Answer.Found<List<String>> found
                ? found.value().stream().map(InetAddress::ofLiteral).toList()
                : List.of();
    }

    private static Optional<DnsFailure> failure(Answer<List<String>> answer) {
        return answer instanceof Answer.Failed<List<String>> failed ? Optional.of(failed.failure()) : Optional.empty();
    }
}
