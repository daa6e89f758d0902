package org.mxcensus.cli.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.store.UserError;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Settings in YAML: `option: value` for every command that has the option, and a map of them below a command's name
/// for that command alone.
///
/// @param file where it lies
/// @param values by the option's name, or the command's and the option's with a stop between them
record ConfigFile(Path file, Map<String, String> values) {

    /// None.
    static final ConfigFile NONE = new ConfigFile(Path.of(""), Map.of());

    /// Reads one.
    ///
    /// @param tree the commands; whatever is no option of theirs is refused
    /// @throws UserError where it cannot be read
    /// @throws ParameterException where something in it is no setting
    static ConfigFile read(Path file, CommandLine tree) {
        Map<String, String> values = new TreeMap<>();
        Set<String> all = Keys.all(tree);
        map(file, "", load(file)).forEach((key, value) -> {
            Optional<CommandSpec> command = Keys.command(tree, key);
            if (value instanceof Map<?, ?> && command.isPresent()) {
                Set<String> own =
                        Keys.options(command.get()).stream().map(Keys::key).collect(Collectors.toSet());
                map(file, key, value).forEach((option, set) -> {
                    require(own.contains(option), tree, file, "%s.%s".formatted(key, option));
                    values.put(key + "." + option, text(file, option, set));
                });
            } else {
                require(all.contains(key), tree, file, key);
                values.put(key, text(file, key, value));
            }
        });
        return new ConfigFile(file, values);
    }

    private static @Nullable Object load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            LoaderOptions strict = new LoaderOptions();
            strict.setAllowDuplicateKeys(false);
            return new Yaml(new SafeConstructor(strict)).load(reader);
        } catch (MarkedYAMLException e) {
            throw new UserError(
                    "%s is no YAML at line %d (%s); mend it."
                            .formatted(
                                    file,
                                    e.getProblemMark() == null
                                            ? 1
                                            : e.getProblemMark().getLine() + 1,
                                    e.getProblem()),
                    e);
        } catch (YAMLException e) {
            throw new UserError("%s is no YAML (%s); mend it.".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new UserError(
                    "Cannot read %s (%s); name another file with --config.".formatted(file, UserError.why(e)), e);
        }
    }

    private static Map<String, @Nullable Object> map(Path file, String place, @Nullable Object value) {
        Map<String, @Nullable Object> entries = new TreeMap<>();
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
            default ->
                throw new UserError("%s has %s where settings are wanted%s; write `option: value`."
                        .formatted(file, value, place.isEmpty() ? "" : " for " + place));
        }
        return entries;
    }

    private static void require(boolean known, CommandLine tree, Path file, String key) {
        if (!known) {
            throw new ParameterException(
                    tree,
                    "%s sets %s, which is no option; `mxcensus config print COMMAND` shows those of a command."
                            .formatted(file, key));
        }
    }

    private static String text(Path file, String key, @Nullable Object value) {
        return switch (value) {
            case null ->
                throw new UserError(
                        "%s sets %s to nothing; give it a value, or take the line out.".formatted(file, key));
            case Map<?, ?> map ->
                throw new UserError("%s has settings below %s, which is no command.".formatted(file, key));
            case List<?> list ->
                list.stream().map(entry -> text(file, key, entry)).collect(Collectors.joining(Settings.SEPARATOR));
            // YAML reads an unquoted day as a moment.
            case Date day -> day.toInstant().toString().replaceFirst("T00:00:00Z$", "");
            default -> String.valueOf(value);
        };
    }

    /// What is said of an option, first for the command alone.
    Optional<Setting> find(String section, String key) {
        return Optional.ofNullable(values.get(section + "." + key))
                .or(() -> Optional.ofNullable(values.get(key)))
                .map(value -> new Setting(value, "file " + file));
    }
}
