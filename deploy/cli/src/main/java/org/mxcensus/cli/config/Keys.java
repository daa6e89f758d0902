package org.mxcensus.cli.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// How options are called in files and in the environment: `--metrics-port` of `serve` is `metrics-port` below `serve`,
/// and `MXCENSUS_SERVE_METRICS_PORT`; without the command it is that of every command that has the option.
public final class Keys {
    /// What every variable of ours begins with.
    static final String PREFIX = "MXCENSUS_";

    /// Whatever belongs to the run and not to its settings.
    private static final Set<String> OF_THE_RUN = Set.of("config", "help");

    private Keys() {}

    /// The options of a command that can be set elsewhere than on the command line, by name.
    public static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !OF_THE_RUN.contains(key(option)))
                .sorted(Comparator.comparing(Keys::key))
                .toList();
    }

    /// The name of an option in a file.
    public static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /// The name of a command in a file; its words with `-` between them.
    static String section(CommandSpec command) {
        return command.qualifiedName("-").replaceFirst("^mxcensus-?", "");
    }

    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// The name of an option in the environment, for one command alone.
    static String variable(CommandSpec command, String key) {
        return variable(section(command) + "-" + key);
    }

    /// All commands below this one, itself left out.
    public static Stream<CommandSpec> commands(CommandLine tree) {
        return tree.getSubcommands().values().stream()
                .flatMap(command -> Stream.concat(Stream.of(command.getCommandSpec()), commands(command)));
    }

    static Optional<CommandSpec> command(CommandLine tree, String section) {
        return commands(tree)
                .filter(command -> section(command).equals(section))
                .findFirst();
    }

    /// The names that an option of any command has.
    static Set<String> all(CommandLine tree) {
        Set<String> keys = new TreeSet<>();
        commands(tree).forEach(command -> options(command).forEach(option -> keys.add(key(option))));
        return keys;
    }
}
