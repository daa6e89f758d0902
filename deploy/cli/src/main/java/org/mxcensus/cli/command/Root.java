package org.mxcensus.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.cli.options.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `mxcensus` itself, which does nothing but hold the commands.
@Command(
        name = "mxcensus",
        description =
                "A census of the world's mail exchangers: how mail to every domain of a zone is protected in transit.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nStart here:%n",
        footer = {
            "  mxcensus demo                          a simulated year, from probes to charts",
            "  mxcensus check example.org             everything about one domain",
            "  mxcensus crawl se.zone.gz --data se    a census of a zone file; then",
            "  mxcensus serve --data se               look at it",
            "",
            "Exit status: 0 done, 1 failed or refused, 2 the command line is wrong."
        })
final class Root implements Runnable {

    // Settings reads it, before the command line is understood.
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Settings in YAML: `option: value`, or such lines below a command's name. Variables MXCENSUS_…"
                            + " come before it, such as MXCENSUS_PACE or MXCENSUS_SERVE_PORT.")
    private Optional<Path> config = Optional.empty();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: demo, check, crawl, serve or another command.");
    }
}
