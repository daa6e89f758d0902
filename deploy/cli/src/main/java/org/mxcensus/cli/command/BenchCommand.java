package org.mxcensus.cli.command;

import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `mxcensus bench`, which holds what can be measured.
@Command(
        name = "bench",
        description = "Measure how fast this program asks a server, and what that costs.",
        synopsisSubcommandLabel = "WHAT",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus bench dns --server 127.0.0.1 --names domains.txt --type MX",
            "  mxcensus bench starttls --target 127.0.0.1:2525 --allow-reserved"
        })
final class BenchCommand implements Runnable {

    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// With the commands below it.
    static CommandLine of(Session session) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new BenchDnsCommand(session))
                .addSubcommand(new BenchStartTlsCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure: dns or starttls.");
    }
}
