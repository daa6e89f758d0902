package org.mxcensus.analyzer.provider;

import java.io.Reader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mxcensus.analyzer.yaml.YamlEntry;
import org.mxcensus.datasets.schema.ProviderKind;
import org.mxcensus.datasets.store.UserError;

/// A provider map as it is written in YAML.
///
/// @param providers in the order of the text
record ProviderMapText(String version, List<Provider> providers) {
    private static final Set<String> KEYS = Set.of("id", "name", "kind", "groups", "mx", "machines", "ns");

    /// Reads a map.
    ///
    /// @param file names the map in what is said of its faults
    /// @throws UserError at the first fault, with its line or its entry
    static ProviderMapText parse(String file, Reader yaml) {
        YamlEntry map = YamlEntry.read(file, yaml);
        YamlEntry named = map.entry("groups");
        named.keys().forEach(named::word); // each has a name, or that is a fault
        List<Provider> providers = map.entries("providers").stream()
                .map(entry -> provider(entry, Set.copyOf(named.keys())))
                .toList();
        ProviderMapText read = new ProviderMapText(map.word("version"), providers);
        read.checkIds(file);
        return read;
    }

    private static Provider provider(YamlEntry entry, Set<String> groups) {
        String id = entry.word("id");
        YamlEntry named = entry.named(id);
        named.only(KEYS);
        List<String> of = named.words("groups");
        of.stream().filter(group -> !groups.contains(group)).findFirst().ifPresent(group -> {
            throw new UserError("%s names the unknown group %s; add it to groups.".formatted(named.place(), group));
        });
        return new Provider(
                id,
                named.word("name"),
                named.choice("kind", ProviderKind.class),
                of,
                named.words("mx"),
                named.words("machines"),
                named.words("ns"));
    }

    private void checkIds(String file) {
        Set<String> seen = new HashSet<>();
        providers.stream()
                .map(Provider::id)
                .filter(id -> !seen.add(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new UserError("%s has two entries %s; make them one.".formatted(file, id));
                });
        exchanges();
        nameServers();
    }

    /// Suffixes of MX hosts; empty those of customers' machines.
    Map<String, Optional<Provider>> exchanges() {
        Map<String, Optional<Provider>> found = new HashMap<>(bySuffix(Provider::mx));
        bySuffix(Provider::machines).keySet().forEach(machines -> found.put(machines, Optional.empty()));
        return Map.copyOf(found);
    }

    Map<String, Optional<Provider>> nameServers() {
        return bySuffix(Provider::ns);
    }

    private Map<String, Optional<Provider>> bySuffix(Function<Provider, List<String>> names) {
        Map<String, Optional<Provider>> found = new HashMap<>();
        for (Provider provider : providers) {
            for (String suffix : names.apply(provider)) {
                found.merge(suffix, Optional.of(provider), (first, second) -> {
                    throw new UserError("The provider map gives the suffix %s to %s and to %s; leave it with one."
                            .formatted(
                                    suffix,
                                    first.map(Provider::id).orElse(""),
                                    second.map(Provider::id).orElse("")));
                });
            }
        }
        return Map.copyOf(found);
    }
}
