package org.mxcensus.cli.command;

import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `mxcensus config`, which holds what can be done with settings.
@Command(
        name = "config",
        description =
                "Show the settings of commands: from the command line, variables MXCENSUS_… or a file (--config).",
        synopsisSubcommandLabel = "WHAT",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus config print crawl --config census.yaml")
final class ConfigCommand implements Runnable {

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// With the commands below it.
    static CommandLine of(Session session) {
        return new CommandLine(new ConfigCommand())
                // Options behind the command's name are that command's.
                .addSubcommand(new CommandLine(new ConfigPrintCommand(session)).setStopAtPositional(true));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with settings: print.");
    }
}
