package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two releases made from two copies of the last commit, in folders of different names, are the same byte by byte.
@Tag("endurance")
class ReproducibleBuildTest {

    @TempDir
    Path folder;

    @Test
    void theSameSourcesMakeTheSameArchive() throws Exception {
        Path one = release("one");
        Path other = release("another-folder");

        assertThat(one.getFileName()).isEqualTo(other.getFileName());
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    @Test
    void theBillOfMaterialsIsInside() throws Exception {
        Path archive = release("one");

        assertThat(ScriptRun.in(folder, "tar", "--list", "--gzip", "--file", archive.toString()))
                .contains("/app/bom.json", "/app/broker/bom.json", "/THIRD_PARTY.md");
    }

    private Path release(String name) throws Exception {
        Path copy = folder.resolve(name);
        ScriptRun.in(
                Path.of("../.."),
                "git",
                "clone",
                "--quiet",
                ".",
                copy.toAbsolutePath().toString());
        return copy.resolve(ScriptRun.in(copy, "./deploy/release").strip());
    }
}
