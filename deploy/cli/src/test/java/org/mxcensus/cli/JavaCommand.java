package org.mxcensus.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a JVM of its own, of this Java and with what this one can load.
public final class JavaCommand {

    private JavaCommand() {}

    /// @param options for the JVM, such as `-Xmx1g`
    /// @param words for the program
    public static List<String> of(List<String> options, Class<?> program, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(words);
        return command;
    }
}
