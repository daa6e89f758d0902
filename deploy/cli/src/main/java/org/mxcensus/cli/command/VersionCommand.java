package org.mxcensus.cli.command;

import java.util.concurrent.Callable;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.Build;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mxcensus version`.
@Command(name = "version", description = "Say which mxcensus this is, and on what it runs.")
final class VersionCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final HelpOption help = new HelpOption();

    VersionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.terminal().say("mxcensus " + Build.current() + " on Java " + Runtime.version());
        return ExitStatus.DONE;
    }
}
