package org.mxcensus.dashboard.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What pages say, by key: in English from `texts.properties` and, for what the analyzer defines, from its definitions
/// ([Glossary]). A file `texts_de.properties` beside it would say it to those whose browsers ask for German; what it
/// leaves out stays English.
public final class Texts {
    private static final String ENGLISH = "en";

    private static final Map<String, String> OWN = read("texts.properties").orElseThrow();
    private static final Map<String, String> DEFINED = Glossary.english();
    private static final Map<String, Map<String, String>> TRANSLATIONS = translations();

    private Texts() {}

    /// A text.
    ///
    /// @param parts that it has room for, as [String#format] takes them
    /// @throws IllegalStateException where there is no such text: a page is wrong
    public static String of(String key, Object... parts) {
        String text = translated(key)
                .or(() -> Optional.ofNullable(OWN.get(key)))
                .or(() -> Optional.ofNullable(DEFINED.get(key)))
                .orElseThrow(() -> new IllegalStateException("no text " + key));
        return parts.length == 0
                ? text
                : String.format(
                        Reader.locale(), text, Stream.of(parts).map(Texts::part).toArray());
    }

    /// A text in the reader's language; empty where that is English or has no word for it.
    static Optional<String> translated(String key) {
        return Optional.ofNullable(
                TRANSLATIONS.getOrDefault(language(), Map.of()).get(key));
    }

    /// The language in which pages speak to the reader, such as `en`.
    static String language() {
        String language = Reader.locale().getLanguage();
        return TRANSLATIONS.containsKey(language) ? language : ENGLISH;
    }

    /// A day as the reader writes it, all else as it is.
    private static Object part(Object part) {
        return part instanceof LocalDate day ? Numbers.date(day) : part;
    }

    /// Scripts that give the texts to other scripts, by language: constant `TEXTS`.
    public static Map<String, String> scripts() {
        return Stream.concat(Stream.of(ENGLISH), TRANSLATIONS.keySet().stream())
                .collect(Collectors.toUnmodifiableMap(
                        language -> language, language -> script(TRANSLATIONS.getOrDefault(language, Map.of()))));
    }

    private static String script(Map<String, String> translation) {
        Map<String, String> texts = new TreeMap<>(OWN);
        texts.putAll(translation);
        try {
            return "'use strict';\nconst TEXTS = %s;\n".formatted(new JsonMapper().writeValueAsString(texts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are strings", e);
        }
    }

    private static Map<String, Map<String, String>> translations() {
        Map<String, Map<String, String>> translations = new HashMap<>();
        for (String language : Locale.getISOLanguages()) {
            read("texts_%s.properties".formatted(language)).ifPresent(texts -> translations.put(language, texts));
        }
        return Map.copyOf(translations);
    }

    /// Empty where there is no such file.
    private static Optional<Map<String, String>> read(String file) {
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(texts.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, texts::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
