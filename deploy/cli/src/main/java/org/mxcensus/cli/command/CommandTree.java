package org.mxcensus.cli.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.mxcensus.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/// All commands, by what a person wants to do.
public final class CommandTree {

    private CommandTree() {}

    /// The commands of one run.
    public static CommandLine of(Session session) {
        List<CommandGroup> groups = groups(session);
        CommandLine tree = new CommandLine(new Root());
        groups.forEach(group -> group.commands().forEach(tree::addSubcommand));
        tree.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
        tree.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroup.list(groups));
        tree.registerConverter(LocalDate.class, CommandTree::date);
        tree.setUsageHelpAutoWidth(true).setColorScheme(Help.defaultColorScheme(colours(session)));
        tree.setOut(session.terminal().out()).setErr(session.terminal().err());
        return tree;
    }

    private static List<CommandGroup> groups(Session session) {
        return List.of(
                CommandGroup.of("To begin with", new DemoCommand(session), new CheckCommand(session)),
                CommandGroup.of(
                        "To measure",
                        new ForecastCommand(session),
                        new PreflightCommand(session),
                        new CrawlCommand(session),
                        new RecrawlCommand(session),
                        new EnqueueCommand(session),
                        new WorkerCommand(session),
                        new StatusCommand(session)),
                CommandGroup.of(
                        "What follows a crawl, a step at a time",
                        new FinishCommand(session),
                        new JudgeCommand(session),
                        new StatsCommand(session)),
                CommandGroup.of(
                        "To see what it shows",
                        new ServeCommand(session),
                        new TrendCommand(session),
                        new TransitionsCommand(session),
                        new OutagesCommand(session),
                        new CausesCommand(session),
                        new WhatIfCommand(session),
                        new ConcentrationCommand(session),
                        new ReconcileCommand(session),
                        new EventsCommand(session)),
                CommandGroup.of(
                        "To give and to take data",
                        new ExportCommand(session),
                        new VerifyCommand(session),
                        new ImportCommand(session),
                        new PurgeCommand(session)),
                CommandGroup.of(
                        "To try things out",
                        new LabCommand(session),
                        new BrokerCommand(session),
                        new GenerateCommand(session),
                        BenchCommand.of(session)),
                CommandGroup.of(
                        "About this command",
                        ConfigCommand.of(session),
                        new CompletionCommand(session),
                        new VersionCommand(session)));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'%s' is no date such as 2026-08-01".formatted(text));
        }
    }

    private static Help.Ansi colours(Session session) {
        return switch (session.terminal().style()) {
            case PLAIN -> Help.Ansi.OFF;
            case COLOURED -> Help.Ansi.ON;
        };
    }
}
