package org.mxcensus.analyzer.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.schema.HostProviderRow;

/// Attributes MX hosts and domains to providers by registered domain.
///
/// @param suffixes where registrations begin
public record Providers(PublicSuffixes suffixes) {
    private static final String METHOD = "registered_domain";

    /// The provider of an MX host; the host itself where it lies in no registered domain.
    public String ofHost(String host) {
        return suffixes.registeredDomain(host).orElse(host);
    }

    public HostProviderRow row(String host) {
        return new HostProviderRow(host, ofHost(host), METHOD);
    }

    /// The provider of the most preferred MX host; of several equally preferred ones, the first by name.
    ///
    /// @return empty where there is no host
    public Optional<String> ofExchanges(List<MailExchange> exchanges) {
        return exchanges.stream()
                .min(Comparator.comparingInt(MailExchange::preference).thenComparing(one -> ofHost(one.host())))
                .map(first -> ofHost(first.host()));
    }

    /// Whether the provider is the domain's own registered domain.
    public boolean isOwn(String domain, String provider) {
        return suffixes.registeredDomain(domain).orElse(domain).equals(provider);
    }

    /// Names the rules of attribution in the manifest.
    public String version() {
        return METHOD;
    }
}
