package org.mxcensus.dashboard.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

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
        return parts.length == 0 ? text : String.format(Locale.ROOT, text, parts);
    }

    private static Properties read() {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream("texts.properties"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
