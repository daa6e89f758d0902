package org.mxcensus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A program or script, run to its end.
final class ScriptRun {

    private ScriptRun() {}

    /// Fails where the program does.
    ///
    /// @return what it wrote to standard output
    static String in(Path directory, String... words) throws Exception {
        Path errors = Files.createTempFile("script-run", ".txt");
        ProcessBuilder program =
                new ProcessBuilder(words).directory(directory.toFile()).redirectError(errors.toFile());
        program.environment().put("MXCENSUS_JAVA_HOME", System.getProperty("java.home"));
        program.environment().remove("MXCENSUS_CONFIG");
        Process running = program.start();
        String said = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor())
                .as("%s:%n%s%s", List.of(words), said, Files.readString(errors))
                .isZero();
        Files.delete(errors);
        return said;
    }
}
