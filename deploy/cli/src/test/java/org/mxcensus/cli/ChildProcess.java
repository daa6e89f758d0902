package org.mxcensus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command in a process of its own, which can be ended from outside.
public final class ChildProcess {

    private ChildProcess() {}

    /// @param said where both of its streams go
    public static Process start(Path said, List<String> words) throws IOException {
        return start(said, List.of(), words);
    }

    /// @param said where both of its streams go
    /// @param javaOptions for its JVM
    public static Process start(Path said, List<String> javaOptions, List<String> words) throws IOException {
        return start(said, List.of(), javaOptions, words);
    }

    /// @param said where both of its streams go
    /// @param before what starts its JVM, such as `nice`
    /// @param javaOptions for its JVM
    public static Process start(Path said, List<String> before, List<String> javaOptions, List<String> words)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        List<String> options = new ArrayList<>(List.of("-Xmx512m"));
        options.addAll(javaOptions);
        command.addAll(JavaCommand.of(options, Mxcensus.class, words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
