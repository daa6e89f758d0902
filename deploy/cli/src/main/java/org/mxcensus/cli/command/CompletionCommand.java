package org.mxcensus.cli.command;

import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.Session;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mxcensus completion`.
@Command(
        name = "completion",
        description = "Print a script that completes commands and options in bash and zsh.",
        footerHeading = "%nExample:%n",
        footer = "  source <(mxcensus completion)    in ~/.bashrc or ~/.zshrc")
final class CompletionCommand implements Runnable {
    private final Session session;

    @Mixin
    private final HelpOption help = new HelpOption();

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        session.terminal().say(AutoComplete.bash("mxcensus", CommandTree.of(session)));
    }
}
