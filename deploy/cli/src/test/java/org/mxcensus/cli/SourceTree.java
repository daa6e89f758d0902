package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The project's own files, for tests of what its documents say about its code.
final class SourceTree {
    private static final Path ROOT = Path.of("../..");

    private SourceTree() {}

    /// A class, or several of one name.
    record Source(String name, String text) {}

    /// The classes of all modules.
    ///
    /// @param folder such as `src/main/java`
    static Stream<Source> sources(String folder) {
        return Stream.of("datasets", "crawler", "analyzer", "dashboard", "deploy/lab", "deploy/cli")
                .map(module -> ROOT.resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(SourceTree::walk)
                .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                .map(file -> new Source(file.getFileName().toString().replace(".java", ""), read(file)))
                .collect(Collectors.toMap(
                        Source::name,
                        source -> source,
                        (one, other) -> new Source(one.name(), one.text() + other.text())))
                .values()
                .stream();
    }

    /// A file in the root folder.
    static String text(String name) {
        return read(ROOT.resolve(name));
    }

    /// @param named `Class` or `Class.method` each
    static void assertThatTestsAreThere(Collection<String> named) {
        Map<String, String> tests = sources("src/test/java").collect(Collectors.toMap(Source::name, Source::text));
        assertThat(named).isNotEmpty().allSatisfy(test -> {
            String[] parts = test.split("\\.");
            assertThat(tests).containsKey(parts[0]);
            assertThat(parts.length == 1
                            || Pattern.compile("\\b" + parts[1] + "\\(")
                                    .matcher(tests.get(parts[0]))
                                    .find())
                    .isTrue();
        });
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
