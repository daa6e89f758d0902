package org.mxcensus.analyzer.provider;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.ProviderConfidence;

/// Attributes MX hosts, domains and name servers to providers: by the provider map, by what a host shows of itself,
/// else by registered domain.
///
/// @param suffixes where registrations begin
/// @param map whose names are known
public record Providers(PublicSuffixes suffixes, ProviderMap map) {
    /// With the map that comes with the program.
    public Providers(PublicSuffixes suffixes) {
        this(suffixes, ProviderMap.bundled());
    }

    /// The provider of an MX host; the host itself where it lies in no registered domain.
    public String ofHost(String host) {
        return map.ofExchange(host).map(Provider::id).orElseGet(() -> registered(host));
    }

    /// The provider of an MX host, how it was found and how far that can be relied on: by its name; where the map
    /// does not have that, by what its addresses show; else by its registered domain.
    ///
    /// @param addresses what each address of the host shows; not asked where the name tells
    public HostProviderRow row(String host, Stream<Shown> addresses) {
        return map.ofExchange(host)
                .map(known -> new HostProviderRow(host, known.id(), "map", ProviderConfidence.HIGH, known.kind()))
                .or(() -> new Agreement(map).row(host, addresses.toList()))
                .orElseGet(() -> unknown(host));
    }

    private HostProviderRow unknown(String host) {
        return suffixes.registeredDomain(host)
                .map(own -> new HostProviderRow(host, own, "registered_domain", ProviderConfidence.MEDIUM, null))
                .orElseGet(() -> new HostProviderRow(host, host, "host", ProviderConfidence.LOW, null));
    }

    /// Who runs the name servers of a delegation, each once.
    ///
    /// @param nameServers lower case, A-labels, without the final dot
    public SortedSet<String> ofNameServers(List<String> nameServers) {
        SortedSet<String> operators = new TreeSet<>();
        for (String host : nameServers) {
            operators.add(map.ofNameServer(host).map(Provider::id).orElseGet(() -> registered(host)));
        }
        return operators;
    }

    /// Whether the provider is the domain's own registered domain, or has the domain among its names.
    public boolean isOwn(String domain, String provider) {
        return registered(domain).equals(provider) || ofHost(domain).equals(provider);
    }

    private String registered(String host) {
        return suffixes.registeredDomain(host).orElse(host);
    }

    /// Names the rules of attribution and the map in the manifest.
    public String version() {
        return "3, map " + map.version();
    }
}
