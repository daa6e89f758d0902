package org.mxcensus.analyzer.provider;

import java.util.List;
import org.mxcensus.datasets.schema.ProviderKind;

/// An entry of the provider map.
///
/// @param id the registered domain that statistics go by
/// @param name for readers
/// @param groups what it belongs to, by their ids
/// @param mx suffixes of the names of its MX hosts
/// @param machines suffixes below which customers' own machines have their names
/// @param ns suffixes of the names of its name servers; `#` stands for a run of digits
public record Provider(
        String id,
        String name,
        ProviderKind kind,
        List<String> groups,
        List<String> mx,
        List<String> machines,
        List<String> ns) {
    public Provider {
        groups = List.copyOf(groups);
        mx = List.copyOf(mx);
        machines = List.copyOf(machines);
        ns = List.copyOf(ns);
    }
}
