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
    private static final Pattern ASKED_FOR = Pattern.compile("(?:[.]text|Texts[.]of)\\(\\s*\"([a-z0-9_.-]+)\"");

    @Test
    void everyTextThatPagesAskForIsThereAndNoOther() throws IOException {
        assertThat(keys()).isEqualTo(askedFor());
    }

    @Test
    void aTextThatIsNotThereIsAFaultOfThePage() {
        assertThatThrownBy(() -> Texts.of("moon")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void partsArePutIn() {
        assertThat(Texts.of("api.answer", "/a")).endsWith("/a");
    }

    private static Set<String> keys() throws IOException {
        Properties texts = new Properties();
        try (var in = Texts.class.getResourceAsStream("texts.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Set<String> askedFor() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            return files.filter(file -> file.toString().matches(".*[.](jte|java)"))
                    .flatMap(file -> ASKED_FOR.matcher(read(file)).results())
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
