package org.mxcensus.cli.options;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Refuses numbers that options do not go to, wherever they were set.
public final class Ranges {
    private Ranges() {}

    /// Looks at the command that is to be run.
    ///
    /// @throws ParameterException for a number outside of what [Within] says
    public static void require(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        command.commandSpec().options().forEach(Ranges::require);
    }

    /// What an option says of its numbers.
    public static Optional<Within> of(OptionSpec option) {
        return option.userObject() instanceof AnnotatedElement field
                ? Optional.ofNullable(field.getAnnotation(Within.class))
                : Optional.empty();
    }

    private static void require(OptionSpec option) {
        Optional<Within> range = of(option);
        Optional<Number> number = number(option.getValue());
        if (range.isPresent() && number.isPresent()) {
            require(option, range.get(), number.get().longValue());
        }
    }

    private static void require(OptionSpec option, Within range, long number) {
        if (number < range.least() || number > range.most()) {
            throw new ParameterException(
                    option.command().commandLine(),
                    "%s is %d; give a number from %d%s."
                            .formatted(
                                    option.longestName(),
                                    number,
                                    range.least(),
                                    range.most() == Long.MAX_VALUE ? "" : " to " + range.most()),
                    option,
                    String.valueOf(number));
        }
    }

    private static Optional<Number> number(@Nullable Object value) {
        return switch (value) {
            case Number number -> Optional.of(number);
            case Optional<?> given when given.isPresent() -> number(given.get());
            case null, default -> Optional.empty();
        };
    }
}
