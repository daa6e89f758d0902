package org.mxcensus.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    /// A literal that could name a text, or begin the names of some.
    private static final Pattern LITERAL = Pattern.compile("[\"']([a-z0-9_-]+(?:[.][a-z0-9_-]*)+)[\"']");

    private static final Pattern ASKED_FOR =
            Pattern.compile("(?:(?:\\btexts?|Texts[.]of|Verdict[.]of|sender|section)[(]\\s*[\"']"
                    + "|[.]add[(]\\s*\")([a-z0-9_.-]+)[\"']");

    @Test
    void everyTextThatPagesAskForIsThere() throws IOException {
        Set<String> keys = keys("texts.properties");
        keys.addAll(Glossary.english().keySet());

        assertThat(found(ASKED_FOR)).allMatch(asked -> keys.stream().anyMatch(key -> names(asked, key)));
    }

    @Test
    void everyTextIsAskedForByAPage() throws IOException {
        Set<String> literals = found(LITERAL);

        assertThat(keys("texts.properties")).allMatch(key -> literals.stream().anyMatch(asked -> names(asked, key)));
    }

    /// A page asks for a text by its whole name, by its beginning with the rest put in, or for a title and its text.
    private static boolean names(String asked, String key) {
        return key.equals(asked) || key.equals(asked + ".text") || (asked.endsWith(".") && key.startsWith(asked));
    }

    @Test
    void aTextThatIsNotThereIsAFaultOfThePage() {
        assertThatThrownBy(() -> Texts.of("moon")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void partsArePutIn() {
        assertThat(Texts.of("api.answer", "/a")).endsWith("/a");
    }

    /// A text of a definition is that of the definition alone, in English.
    @Test
    void noTextIsWrittenTwice() throws IOException {
        assertThat(keys("texts.properties"))
                .doesNotContainAnyElementsOf(Glossary.english().keySet());
    }

    @Test
    void aTranslationSaysNothingThatNobodyAsksFor() throws IOException {
        Set<String> known = keys("texts.properties");
        known.addAll(Glossary.english().keySet());

        assertThat(keys("texts_eo.properties")).allMatch(key -> known.contains(key) || key.startsWith("word."));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties texts = new Properties();
        try (var in = Texts.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            return files.filter(file -> file.toString().matches(".*[.](jte|java|js)"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
