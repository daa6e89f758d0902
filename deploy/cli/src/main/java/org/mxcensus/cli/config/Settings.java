package org.mxcensus.cli.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// What was said of options elsewhere than on the command line.
public final class Settings implements IDefaultValueProvider {
    /// Between the values of an option that takes several.
    static final String SEPARATOR = ",";

    private static final String CONFIG = "--config";

    /// Variables that are read by the launcher, by tests, by notebooks, and by deploy/compose.yaml.
    private static final Set<String> OF_OTHERS =
            Set.of("JAVA_HOME", "JAVA_OPTS", "REAL_DATA", "RELEASE", "ADDRESS", "CONTROL", "ZONE", "CONFIG");

    private final ConfigFile file;
    private final Map<String, String> environment;
    private final Set<String> words;

    private Settings(ConfigFile file, Map<String, String> environment, Set<String> words) {
        this.file = file;
        this.environment = environment;
        this.words = words;
    }

    /// Reads the file that the command line or `MXCENSUS_CONFIG` names, and looks through the environment.
    ///
    /// @param tree the commands whose options can be set
    /// @param words the command line
    /// @throws org.mxcensus.datasets.store.UserError where the file cannot be read
    /// @throws ParameterException where something is set that is no option
    public static Settings of(CommandLine tree, Map<String, String> environment, List<String> words) {
        requireKnown(tree, environment.keySet());
        ConfigFile file = named(words)
                .or(() -> Optional.ofNullable(environment.get(Keys.variable("config"))))
                .map(name -> ConfigFile.read(Path.of(name), tree))
                .orElse(ConfigFile.NONE);
        return new Settings(file, Map.copyOf(environment), Set.copyOf(words));
    }

    private static Optional<String> named(List<String> words) {
        int place = words.indexOf(CONFIG);
        Stream<String> apart = place >= 0 && place + 1 < words.size() ? Stream.of(words.get(place + 1)) : Stream.of();
        Stream<String> joined = words.stream()
                .filter(word -> word.startsWith(CONFIG + "="))
                .map(word -> word.substring(CONFIG.length() + 1));
        return Stream.concat(apart, joined).findFirst();
    }

    private static void requireKnown(CommandLine tree, Set<String> variables) {
        Set<String> known = new TreeSet<>();
        OF_OTHERS.forEach(name -> known.add(Keys.PREFIX + name));
        Keys.all(tree).forEach(key -> known.add(Keys.variable(key)));
        Keys.commands(tree)
                .forEach(command ->
                        Keys.options(command).forEach(option -> known.add(Keys.variable(command, Keys.key(option)))));
        variables.stream()
                .filter(name -> name.startsWith(Keys.PREFIX) && !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new ParameterException(
                            tree,
                            "The environment has %s, which is no option; `mxcensus config print COMMAND` shows those of a command."
                                    .formatted(name));
                });
    }

    /// What is said of an option of a command; empty where nothing is.
    public Optional<Setting> find(CommandSpec command, OptionSpec option) {
        String key = Keys.key(option);
        return variable(Keys.variable(command, key))
                .or(() -> variable(Keys.variable(key)))
                .or(() -> file.find(Keys.section(command), key));
    }

    private Optional<Setting> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(value -> new Setting(value, "environment " + name));
    }

    /// For picocli, which asks for every option that the command line does not give, and for flags that it does give:
    /// those it would turn into the opposite of what is said here.
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)
                || !Keys.options(argument.command()).contains(option)) {
            return null;
        }
        boolean flagGiven =
                option.arity().max() == 0 && Stream.of(option.names()).anyMatch(words::contains);
        return flagGiven
                ? null
                : find(argument.command(), option).map(Setting::value).orElse(null);
    }
}
