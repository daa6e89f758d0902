package org.mxcensus.analyzer.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.ProviderConfidence;

/// Attributes MX hosts, domains and name servers to providers: by the provider map, else by registered domain.
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

    /// The provider of an MX host, how it was found and how far that can be relied on.
    public HostProviderRow row(String host) {
        Optional<Provider> known = map.ofExchange(host);
        if (known.isPresent()) {
            Provider provider = known.get();
            return new HostProviderRow(host, provider.id(), "map", ProviderConfidence.HIGH, provider.kind());
        }
        return suffixes.registeredDomain(host)
                .map(own -> new HostProviderRow(host, own, "registered_domain", ProviderConfidence.MEDIUM, null))
                .orElseGet(() -> new HostProviderRow(host, host, "host", ProviderConfidence.LOW, null));
    }

    /// The provider of the most preferred MX host; of several equally preferred ones, the first by name.
    ///
    /// @return empty where there is no host
    public Optional<String> ofExchanges(List<MailExchange> exchanges) {
        return exchanges.stream()
                .min(Comparator.comparingInt(MailExchange::preference).thenComparing(one -> ofHost(one.host())))
                .map(first -> ofHost(first.host()));
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
        return "2, map " + map.version();
    }
}
