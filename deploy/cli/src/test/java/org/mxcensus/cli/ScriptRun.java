package org.mxcensus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/// A program or script, run to its end.
final class ScriptRun {

    private ScriptRun() {}

    /// Fails where the program does.
    ///
    /// @return what it said, errors too
    static String in(Path directory, String... words) throws Exception {
        ProcessBuilder program =
                new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        program.environment().put("MXCENSUS_JAVA_HOME", System.getProperty("java.home"));
        program.environment().remove("MXCENSUS_CONFIG");
        Process running = program.start();
        String said = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor()).as(List.of(words) + ":\n" + said).isZero();
        return said;
    }
}
