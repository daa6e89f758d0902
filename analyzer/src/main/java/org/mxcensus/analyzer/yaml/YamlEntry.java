package org.mxcensus.analyzer.yaml;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.store.UserError;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// A mapping of keys to values, and what is said of its faults. Every method throws a [UserError] with one sentence
/// where it finds another thing than it was asked for.
///
/// Values are taken as they are written: YAML itself makes a truth value of `no`, and the 2nd of March of 2018-02-30.
public final class YamlEntry {
    /// What is written where there is nothing.
    private static final Set<String> NOTHING = Set.of("", "~", "null");

    private final String place;
    private final Map<?, ?> values;

    private YamlEntry(String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new UserError("%s has to be a mapping of keys to values.".formatted(place));
        }
        this.place = place;
        this.values = map;
    }

    /// Reads a file as a whole.
    ///
    /// @param file names it in what is said of its faults
    public static YamlEntry read(String file, Reader yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        try {
            return new YamlEntry(
                    file,
                    new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new AsWritten())
                            .load(yaml));
        } catch (YAMLException e) {
            throw new UserError(
                    "%s is no YAML: %s"
                            .formatted(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
                    e);
        }
    }

    private static final class AsWritten extends Resolver {
        @Override
        protected void addImplicitResolvers() {}
    }

    /// Where it stands, as a sentence about it begins.
    public String place() {
        return place;
    }

    /// The same with a name behind its place.
    public YamlEntry named(String name) {
        return new YamlEntry("%s %s,".formatted(place, name), values);
    }

    /// Refuses all other keys.
    public void only(Set<String> keys) {
        values.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !keys.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new UserError("%s has the unknown key %s; known are %s."
                            .formatted(place, key, keys.stream().sorted().toList()));
                });
    }

    /// The keys, in the order of the text.
    public List<String> keys() {
        return values.keySet().stream().map(key -> word(key, place)).toList();
    }

    /// A word that has to be there.
    public String word(String key) {
        return word(present(key), "%s %s,".formatted(comma(), key));
    }

    /// A list of words; empty where the key is not there.
    public List<String> words(String key) {
        if (!values.containsKey(key)) {
            return List.of();
        }
        if (values.get(key) instanceof List<?> list) {
            String of = "%s %s,".formatted(comma(), key);
            return list.stream().map(word -> word(word, of)).toList();
        }
        throw new UserError("%s has a %s that is no list; put it in brackets.".formatted(place, key));
    }

    /// One of the constants of an enum, in small letters.
    public <E extends Enum<E>> E choice(String key, Class<E> choices) {
        String word = word(key);
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> small(choice).equals(word))
                .findFirst()
                .orElseThrow(() -> new UserError("%s has the unknown %s %s; choose one of %s."
                        .formatted(
                                place,
                                key,
                                word,
                                Stream.of(choices.getEnumConstants())
                                        .map(YamlEntry::small)
                                        .collect(Collectors.joining(", ")))));
    }

    /// A mapping in this one.
    public YamlEntry entry(String key) {
        return new YamlEntry("%s %s,".formatted(comma(), key), present(key));
    }

    /// A list of mappings that has to be there.
    public List<YamlEntry> entries(String key) {
        if (!(values.get(key) instanceof List<?> list)) {
            throw new UserError("%s has no list `%s`; write one.".formatted(place, key));
        }
        List<YamlEntry> entries = new ArrayList<>();
        for (Object entry : list) {
            entries.add(new YamlEntry("%s entry %d of %s,".formatted(comma(), entries.size() + 1, key), entry));
        }
        return entries;
    }

    private @Nullable Object present(String key) {
        if (!values.containsKey(key)) {
            throw new UserError("%s lacks %s; add it.".formatted(place, key));
        }
        return values.get(key);
    }

    /// The place, as more of it follows.
    private String comma() {
        return place.endsWith(",") ? place : place + ",";
    }

    private static String small(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String word(@Nullable Object value, String place) {
        if (value instanceof String word && !NOTHING.contains(word.strip())) {
            return word.strip();
        }
        throw new UserError("%s has an entry that is no word; take it out, or write one.".formatted(place));
    }
}
