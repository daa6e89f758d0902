package org.mxcensus.analyzer.provider;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.ProviderKind;
import org.mxcensus.datasets.store.UserError;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// A provider map as it is written in YAML.
///
/// @param providers in the order of the text
/// @param groups the names of groups by their ids
record ProviderMapText(String version, List<Provider> providers, Map<String, String> groups) {
    private static final Set<String> KEYS = Set.of("id", "name", "kind", "groups", "mx", "machines", "ns");

    /// Reads a map.
    ///
    /// @param file names the map in what is said of its faults
    /// @throws UserError at the first fault, with its line or its entry
    static ProviderMapText parse(String file, Reader yaml) {
        @Nullable Object root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            root = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            throw new UserError(
                    "%s is no YAML: %s"
                            .formatted(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
                    e);
        }
        Map<?, ?> map = map(root, file + ", as a whole,");
        Map<String, String> groups = new LinkedHashMap<>();
        map(map.get("groups"), file + ", groups,")
                .forEach((id, name) -> groups.put(text(id, file + ", groups,"), text(name, file + ", groups,")));
        List<Provider> providers = new ArrayList<>();
        if (!(map.get("providers") instanceof List<?> entries)) {
            throw new UserError(file + " has no list `providers`; write one.");
        }
        for (Object entry : entries) {
            String place = "%s, entry %d of providers,".formatted(file, providers.size() + 1);
            providers.add(provider(map(entry, place), place, groups.keySet()));
        }
        ProviderMapText read = new ProviderMapText(
                word(map, "version", file + ", as a whole,"), List.copyOf(providers), Map.copyOf(groups));
        read.checkIds(file);
        return read;
    }

    private static Provider provider(Map<?, ?> entry, String place, Set<String> groups) {
        String id = word(entry, "id", place);
        String named = "%s %s,".formatted(place, id);
        entry.keySet().stream()
                .map(key -> text(key, named))
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new UserError("%s has the unknown key %s; known are %s."
                            .formatted(named, key, KEYS.stream().sorted().toList()));
                });
        List<String> of = words(entry, "groups", named);
        of.stream().filter(group -> !groups.contains(group)).findFirst().ifPresent(group -> {
            throw new UserError("%s names the unknown group %s; add it to groups.".formatted(named, group));
        });
        return new Provider(
                id,
                word(entry, "name", named),
                kind(word(entry, "kind", named), named),
                of,
                words(entry, "mx", named),
                words(entry, "machines", named),
                words(entry, "ns", named));
    }

    private static ProviderKind kind(String word, String place) {
        for (ProviderKind kind : ProviderKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw new UserError("%s has the unknown kind %s; choose one of %s."
                .formatted(
                        place, word, List.of(ProviderKind.values()).toString().toLowerCase(Locale.ROOT)));
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

    private static Map<?, ?> map(@Nullable Object value, String place) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new UserError(place + " has to be a mapping of keys to values.");
    }

    private static String word(Map<?, ?> entry, String key, String place) {
        if (!entry.containsKey(key)) {
            throw new UserError("%s lacks %s; add it.".formatted(place, key));
        }
        return text(entry.get(key), "%s %s,".formatted(place, key));
    }

    private static List<String> words(Map<?, ?> entry, String key, String place) {
        Object value = entry.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            String of = "%s %s,".formatted(place, key);
            return list.stream().map(word -> text(word, of)).toList();
        }
        throw new UserError("%s has a %s that is no list; put it in brackets.".formatted(place, key));
    }

    /// To YAML a dash with nothing behind it is null, and `no` and `on` are truth values.
    private static String text(@Nullable Object value, String place) {
        return switch (value) {
            case String word when !word.isBlank() -> word;
            case Number number -> number.toString();
            case null, default ->
                throw new UserError(
                        "%s has an entry that is no word; take it out, or write it in quotes.".formatted(place));
        };
    }
}
