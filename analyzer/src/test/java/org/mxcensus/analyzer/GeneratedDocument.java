package org.mxcensus.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A document of the project's root that is made from the code.
///
/// @param name of the file
/// @param test that holds it
/// @param write the system property by which the test writes it anew
public record GeneratedDocument(String name, Class<?> test, String write) {

    /// Fails where the file is not this text.
    public void check(String text) throws IOException {
        Path file = Path.of("..", name);
        if (Boolean.getBoolean(write)) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as(
                        "write %s anew: mvn -pl analyzer -am test -Dtest=%s -D%s=true -Dsurefire.failIfNoSpecifiedTests=false",
                        name, test.getSimpleName(), write)
                .content()
                .isEqualTo(text);
    }
}
