package org.mxcensus.analyzer.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.ProviderConfidence;

/// Whose machine an MX host is, by what its addresses show, where its own name does not tell: many domains give a
/// provider's machines names of their own.
///
/// The method is that of "Who's Got Your Email?" (Liu et al., IMC 2021): a certificate says more than words, and all
/// addresses must agree. Only who is in the map can be named so: other names may be the customer's own.
///
/// @param map whose names are known
record Agreement(ProviderMap map) {

    /// @param addresses what each address of the host shows
    /// @return empty where they do not agree on one provider
    Optional<HostProviderRow> row(String host, List<Shown> addresses) {
        return agreed(addresses, Shown::certified)
                .map(provider -> row(host, provider, "certificate", ProviderConfidence.MEDIUM))
                // Words that contradict a certificate count for nothing.
                .or(() -> agreed(
                                addresses,
                                shown -> Stream.concat(shown.certified().stream(), shown.spoken().stream())
                                        .toList())
                        .map(provider -> row(host, provider, "greeting", ProviderConfidence.LOW)));
    }

    private static HostProviderRow row(String host, Provider provider, String method, ProviderConfidence confidence) {
        return new HostProviderRow(host, provider.id(), method, confidence, provider.kind());
    }

    private Optional<Provider> agreed(List<Shown> addresses, Function<Shown, List<String>> names) {
        Set<Optional<Provider>> named = addresses.stream()
                .filter(shown -> !shown.isNothing())
                .map(shown -> only(names.apply(shown)))
                .collect(Collectors.toSet());
        return named.size() == 1 ? named.iterator().next() : Optional.empty();
    }

    private Optional<Provider> only(List<String> names) {
        Set<Provider> providers =
                names.stream().flatMap(name -> map.ofExchange(name).stream()).collect(Collectors.toSet());
        return providers.size() == 1 ? Optional.of(providers.iterator().next()) : Optional.empty();
    }
}
