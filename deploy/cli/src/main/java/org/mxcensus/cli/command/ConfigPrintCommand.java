package org.mxcensus.cli.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.cli.config.Keys;
import org.mxcensus.cli.config.Settings;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.Ranges;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// `mxcensus config print`.
@Command(
        name = "print",
        description = "Show what each option of a command is set to, and where that was said. The command is not run.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus config print serve --config census.yaml",
            "  MXCENSUS_PACE=gentle mxcensus config print crawl se.zone.gz --hints"
        })
final class ConfigPrintCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command line, without `mxcensus`.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ConfigPrintCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CommandLine tree = CommandTree.of(session);
        Settings settings = Settings.of(tree, session.environment(), everyWord());
        tree.setDefaultValueProvider(settings);
        CommandSpec command = parsed(tree);
        Keys.options(command).forEach(option -> session.terminal().say(line(settings, command, option)));
        return ExitStatus.DONE;
    }

    /// What the command needs beside its options need not be there.
    private CommandSpec parsed(CommandLine tree) {
        Deque<String> rest = new ArrayDeque<>(words);
        CommandLine command = tree;
        while (!rest.isEmpty() && command.getSubcommands().containsKey(rest.getFirst())) {
            command = Objects.requireNonNull(command.getSubcommands().get(rest.removeFirst()));
        }
        if (command == tree) {
            throw new ParameterException(spec.commandLine(), "There is no command %s.".formatted(rest.getFirst()));
        }
        tree.getCommandSpec().parser().collectErrors(true);
        Keys.commands(tree).forEach(each -> each.parser().collectErrors(true));
        ParseResult parsed = tree.parseArgs(words.toArray(String[]::new));
        parsed.errors().stream()
                .filter(error -> !(error instanceof MissingParameterException))
                .findFirst()
                .ifPresent(error -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            Objects.requireNonNullElse(error.getMessage(), error.toString()),
                            error.getCause());
                });
        Ranges.require(parsed);
        return command.getCommandSpec();
    }

    /// The file may be named before the command or behind it.
    private List<String> everyWord() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    private String line(Settings settings, CommandSpec command, OptionSpec option) {
        if (words.stream().anyMatch(word -> isGiven(word, option))) {
            return line(option, text(option.getValue()), "command line");
        }
        return settings.find(command, option)
                .map(setting -> line(option, setting.value(), setting.origin()))
                .orElseGet(() -> line(option, text(option.getValue()), "default"));
    }

    private static boolean isGiven(String word, OptionSpec option) {
        return Stream.of(option.names()).anyMatch(name -> word.equals(name) || word.startsWith(name + "="));
    }

    private static String line(OptionSpec option, String value, String origin) {
        return "%-40s # %s".formatted((Keys.key(option) + ": " + value).strip(), origin);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Optional<?> optional -> optional.map(ConfigPrintCommand::text).orElse("");
            case Collection<?> several -> texts(several);
            default -> value.toString();
        };
    }

    private static String texts(Collection<?> several) {
        return several.stream().map(ConfigPrintCommand::text).collect(Collectors.joining(","));
    }
}
