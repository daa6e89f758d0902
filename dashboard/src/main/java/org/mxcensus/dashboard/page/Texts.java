package org.mxcensus.dashboard.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What pages say, by key, from the one file that a translation would replace: `texts.properties`.
public final class Texts {
    private static final Properties TEXTS = read();

    private Texts() {}

    /// A text.
    ///
    /// @param parts that it has room for, as [String#format] takes them
    /// @throws IllegalStateException where there is no such text: a page is wrong
    public static String of(String key, Object... parts) {
        String text = TEXTS.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text " + key);
        }
        return parts.length == 0
                ? text
                : String.format(
                        Reader.locale(), text, Stream.of(parts).map(Texts::part).toArray());
    }

    /// A day as the reader writes it, all else as it is.
    private static Object part(Object part) {
        return part instanceof LocalDate day ? Numbers.date(day) : part;
    }

    /// A script that gives the texts to other scripts, by key: constant `TEXTS`.
    public static String script() {
        try {
            return "'use strict';\nconst TEXTS = %s;\n"
                    .formatted(new JsonMapper().writeValueAsString(new TreeMap<>(TEXTS)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are strings", e);
        }
    }

    private static Properties read() {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream("texts.properties"));
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
