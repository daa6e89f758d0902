package org.mxcensus.cli.command;

import org.mxcensus.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/// All commands, in the order in which a person meets them.
public final class CommandTree {

    private CommandTree() {}

    /// The commands of one run.
    public static CommandLine of(Session session) {
        CommandLine tree = new CommandLine(new Root())
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(new PreflightCommand(session))
                .addSubcommand(new CrawlCommand(session))
                .addSubcommand(new RecrawlCommand(session))
                .addSubcommand(new CheckCommand(session))
                .addSubcommand(new EnqueueCommand(session))
                .addSubcommand(new WorkerCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new ForecastCommand(session))
                .addSubcommand(new FinishCommand(session))
                .addSubcommand(new JudgeCommand(session))
                .addSubcommand(new StatsCommand(session))
                .addSubcommand(new TrendCommand(session))
                .addSubcommand(new OutagesCommand(session))
                .addSubcommand(new TransitionsCommand(session))
                .addSubcommand(new EventsCommand(session))
                .addSubcommand(new ConcentrationCommand(session))
                .addSubcommand(new CausesCommand(session))
                .addSubcommand(new WhatIfCommand(session))
                .addSubcommand(new ReconcileCommand(session))
                .addSubcommand(new ServeCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(new PurgeCommand(session))
                .addSubcommand(new BrokerCommand(session))
                .addSubcommand(BenchCommand.of(session))
                .addSubcommand(new LabCommand(session))
                .addSubcommand(new GenerateCommand(session))
                .addSubcommand(ConfigCommand.of(session))
                .addSubcommand(new CompletionCommand(session))
                .addSubcommand(new VersionCommand(session));
        tree.setUsageHelpAutoWidth(true).setColorScheme(Help.defaultColorScheme(colours(session)));
        tree.setOut(session.terminal().out()).setErr(session.terminal().err());
        return tree;
    }

    private static Help.Ansi colours(Session session) {
        return switch (session.terminal().style()) {
            case PLAIN -> Help.Ansi.OFF;
            case COLOURED -> Help.Ansi.ON;
        };
    }
}
