package org.mxcensus.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Commands that belong together, as `mxcensus --help` lists them.
///
/// @param heading what they are for
/// @param commands in the order in which a person meets them
record CommandGroup(String heading, List<CommandLine> commands) {
    private static final String INDENT = "  ";

    static CommandGroup of(String heading, Object... commands) {
        return new CommandGroup(
                heading,
                List.of(commands).stream()
                        .map(command -> command instanceof CommandLine line ? line : new CommandLine(command))
                        .toList());
    }

    /// Lists the commands of all groups by their first sentences; the rest of a description is its own help's.
    static IHelpSectionRenderer list(List<CommandGroup> groups) {
        return help -> {
            int names = groups.stream()
                    .flatMap(group -> group.commands().stream())
                    .mapToInt(command -> command.getCommandName().length())
                    .max()
                    .orElse(0);
            StringBuilder text = new StringBuilder();
            groups.forEach(group -> text.append(group.text(help, names)));
            return text.toString();
        };
    }

    private String text(Help help, int names) {
        int width = help.commandSpec().usageMessage().width();
        int before = INDENT.length() + names + INDENT.length();
        Help.TextTable table = Help.TextTable.forColumns(
                help.colorScheme(),
                new Help.Column(before, INDENT.length(), Help.Column.Overflow.TRUNCATE),
                new Help.Column(width - before, 0, Help.Column.Overflow.WRAP));
        for (CommandLine command : commands) {
            CommandSpec spec = command.getCommandSpec();
            table.addRowValues(
                    help.colorScheme().commandText(spec.name()),
                    help.colorScheme().text(firstSentence(spec.usageMessage())));
        }
        return "%n%s:%n%s".formatted(heading, table);
    }

    private static String firstSentence(UsageMessageSpec usage) {
        return String.join(" ", usage.description()).split("(?<=\\.) ", 2)[0];
    }
}
