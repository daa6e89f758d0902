package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The archive that `deploy/release` makes, of the program as it is tested here: unpacked elsewhere, it runs.
class ReleaseTest {

    @TempDir
    Path folder;

    @Test
    @Tag("full")
    void theArchiveRunsWhereItIsUnpacked() throws Exception {
        Path out = folder.resolve("out");
        String archive = ScriptRun.in(
                        folder,
                        Path.of("../../deploy/release").toRealPath().toString(),
                        "--app",
                        app().toString(),
                        "--out",
                        out.toString())
                .strip();
        assertThat(archive).matches(".*/mxcensus-[0-9.]+[A-Z0-9-]*\\.tar\\.gz");
        ScriptRun.in(out, "sha256sum", "--check", "--strict", Path.of(archive).getFileName() + ".sha256");
        ScriptRun.in(folder, "tar", "--extract", "--gzip", "--file", archive);
        Path unpacked = folder.resolve(Path.of(archive).getFileName().toString().replace(".tar.gz", ""));

        ScriptRun.in(unpacked, "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS");
        assertThat(ScriptRun.in(unpacked, "./mxcensus", "version")).startsWith("mxcensus ");
        assertThat(ScriptRun.in(
                        unpacked,
                        "./mxcensus",
                        "demo",
                        "--once",
                        "--domains",
                        "150",
                        "--months",
                        "2",
                        "--data",
                        folder.resolve("demo").toString()))
                .contains("simulated months", "could not tell");
        assertThat(Files.exists(unpacked.resolve("deploy/systemd/mxcensus-serve.service")))
                .isTrue();
    }

    /// As Maven lays it out: one jar, and beside it the libraries that its manifest names.
    private Path app() throws IOException {
        Path app = Files.createDirectories(folder.resolve("app"));
        Path lib = Files.createDirectories(app.resolve("lib"));
        List<String> names = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = lib.resolve("classes-%d.jar".formatted(names.size()));
                jar("--create", "--file", jar.toString(), "-C", path.toString(), ".");
                names.add("lib/" + jar.getFileName());
            } else if (Files.isRegularFile(path)) {
                Path copy = Files.copy(path, lib.resolve(path.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                names.add("lib/" + copy.getFileName());
            }
        }
        Path manifest =
                Files.writeString(folder.resolve("manifest"), "Class-Path: %s\n".formatted(String.join("\n  ", names)));
        jar(
                "--create",
                "--file",
                app.resolve("mxcensus.jar").toString(),
                "--manifest",
                manifest.toString(),
                "--main-class",
                Mxcensus.class.getName());
        return app;
    }

    private static void jar(String... words) {
        assertThat(ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, words))
                .isZero();
    }
}
