package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.cli.command.CommandTree;
import org.mxcensus.cli.config.Keys;
import org.mxcensus.cli.options.Ranges;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Terminal;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Every option and parameter of every command is given a value that it cannot take: the command line is wrong then,
/// whatever there is to be worked on. A new option is among them by itself.
class WrongValuesTest {

    /// No number, no date, no address, no name of anything.
    private static final String WRONG = "a:b:c d";

    /// Any text will do for these, or whatever the dataset has.
    private static final Set<String> ANY_TEXT = Set.of("--tld", "--vantage", "--publisher", "--mx", "INPUT", "COMMAND");

    /// Any number will do.
    private static final Set<String> ANY_NUMBER = Set.of("--seed");

    /// What a command demands beside that.
    private static final Map<String, String> REQUIRED = Map.of(
            "--server", "127.0.0.1",
            "--target", "127.0.0.1",
            "--names", "names.txt",
            "--out", "release",
            "--where", "dane",
            "DOMAIN", "example.org",
            "NAME", "example.org");

    static Stream<ArgSpec> arguments() {
        return commands()
                .flatMap(command -> command.args().stream())
                .filter(argument -> argument.arity().max() > 0)
                .filter(argument -> type(argument) != Path.class && !ANY_TEXT.contains(name(argument)));
    }

    static Stream<OptionSpec> numbers() {
        return commands()
                .flatMap(command -> command.options().stream())
                .filter(option -> option.arity().max() > 0 && isNumber(option))
                .filter(option -> !ANY_NUMBER.contains(name(option)));
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void whatCannotBeMeantIsRefused(ArgSpec argument) {
        String wrong = name(argument).equals("--data") ? "s3://" : WRONG;
        // Before it is tried: a command that takes the value would begin its work.
        refusesByItself(argument, wrong);

        refused(argument, wrong);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void whatIsOutOfRangeIsRefused(OptionSpec option) {
        Optional<Within> range = Ranges.of(option);
        assertThat(range).as("the range of %s", option).isPresent();

        refused(option, String.valueOf(range.get().least() - 1));
        refused(
                option,
                BigInteger.valueOf(range.get().most()).add(BigInteger.ONE).toString());
    }

    private static void refusesByItself(ArgSpec argument, String wrong) {
        if (type(argument) == String.class && !argument.typeInfo().isMap()) {
            assertThat(argument.converters()).as("who reads %s", argument).hasSize(1);
            assertThatThrownBy(() -> argument.converters()[0].convert(wrong)).isNotNull();
        }
    }

    private static void refused(ArgSpec argument, String value) {
        CommandSpec command = argument.command();
        List<String> words = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
        command.args().stream()
                .filter(other -> other.required() && other != argument)
                .forEach(other -> words.add(word(other, REQUIRED.get(name(other)))));
        words.add(word(argument, value));

        CommandRun run = CommandRun.of(words.subList(1, words.size()));

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints())
                .singleElement()
                .asString()
                .contains(value)
                .doesNotContain("Exception")
                .endsWith("See `%s --help`.".formatted(command.qualifiedName()));
    }

    private static String word(ArgSpec argument, String value) {
        return argument instanceof OptionSpec ? name(argument) + "=" + value : value;
    }

    private static boolean isNumber(ArgSpec argument) {
        return type(argument).isPrimitive() || Number.class.isAssignableFrom(type(argument));
    }

    private static Class<?> type(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        return type == Optional.class
                ? argument.typeInfo().getAuxiliaryTypeInfos().getFirst().getType()
                : type;
    }

    private static String name(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option -> option.longestName();
            case PositionalParamSpec parameter -> parameter.paramLabel();
            default -> throw new IllegalArgumentException(argument.toString());
        };
    }

    private static Stream<CommandSpec> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Keys.commands(CommandTree.of(new Session(Terminal.plain(nowhere, nowhere), Clock.systemUTC())));
    }
}
