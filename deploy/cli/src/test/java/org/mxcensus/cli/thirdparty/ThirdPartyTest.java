package org.mxcensus.cli.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// THIRD_PARTY.md: every jar that is shipped is named there, is still the same file, and may be shipped with ours.
///
/// After a dependency has changed, from the root: `mvn -Prelease -Dmaven.test.skip=true package`, which makes the bills
/// of
/// materials, then this test with `-Dmxcensus.thirdparty.write=true`. What it writes is to be looked at before it is
/// committed: a jar whose version is the same and whose checksum is not has been changed by somebody.
class ThirdPartyTest {
    private static final Path DOCUMENT = Path.of("../../THIRD_PARTY.md");
    private static final Path BROKER = Path.of("../broker/target");
    private static final Path PROGRAM = Path.of("target");

    /// Those that may be shipped together with what is under Apache-2.0, unchanged and as jars of their own.
    private static final Set<String> COMPATIBLE = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence",
            "CDDL-1.0",
            "EPL-2.0",
            "Go License",
            "MIT",
            "MIT-0",
            "Unicode-3.0");

    private static final String HEAD = """
            # What is shipped of others' work

            Each jar of the program and of the broker that comes with it, the licence it is under, and the checksum of the file
            as it was when it was looked at. `ThirdPartyTest` holds this list against what is built. A release has the same
            as a CycloneDX bill of materials: `app/bom.json` and `app/broker/bom.json`.

            | jar | licence | SHA-256 |
            |---|---|---|
            """;

    @BeforeAll
    static void writeWhenTold() throws IOException {
        if (Boolean.getBoolean("mxcensus.thirdparty.write")) {
            Map<String, Part> parts = new LinkedHashMap<>();
            for (Path built : List.of(PROGRAM, BROKER)) {
                Bom.read(built.resolve("app/bom.json")).parts().forEach(part -> parts.put(part.file(), part));
            }
            Files.writeString(
                    DOCUMENT,
                    parts.values().stream()
                            .sorted(Comparator.comparing(Part::file))
                            .map(part -> part.row() + "\n")
                            .collect(Collectors.joining("", HEAD, "")));
        }
    }

    @Test
    void everyJarIsNamedAndIsWhatItWas() throws IOException {
        Map<String, String> shipped = new LinkedHashMap<>();
        for (Path built : List.of(PROGRAM, BROKER)) {
            for (Path jar : jars(built)) {
                shipped.put(jar.getFileName().toString(), Part.sha256(jar));
            }
        }

        assertThat(named().collect(Collectors.toMap(Part::file, Part::sha256))).isEqualTo(shipped);
    }

    @Test
    void everyLicenceIsOneThatOursGoesWith() throws IOException {
        assertThat(named())
                .allSatisfy(part -> assertThat(COMPATIBLE)
                        .as(part.file())
                        .containsAnyElementsOf(List.of(part.licence().split(" or "))));
    }

    @Test
    void theDocumentIsInOrder() throws IOException {
        assertThat(Files.readString(DOCUMENT)).startsWith(HEAD);
        assertThat(named().map(Part::file)).isSorted().doesNotHaveDuplicates();
    }

    private static Stream<Part> named() throws IOException {
        return Files.readAllLines(DOCUMENT).stream().map(Part::ofRow).flatMap(Optional::stream);
    }

    /// Without our own modules, which lie in the folders of the build.
    private static List<Path> jars(Path built) throws IOException {
        String classpath = Files.readString(built.resolve("runtime-classpath")).strip();
        return Stream.of(classpath.split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .filter(jar -> !jar.getFileName().toString().startsWith("mxcensus-"))
                .toList();
    }
}
