package org.mxcensus.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.export.Fault;
import org.mxcensus.analyzer.export.Verify;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `mxcensus verify`.
@Command(
        name = "verify",
        description =
                "Say what is wrong with a release, file by file. A file may be missing, extra, cut off, changed, or of"
                        + " another version than the rest. Exit status 1 where anything is.",
        footerHeading = "%nExample:%n",
        footer = "  mxcensus verify release")
final class VerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", description = "The release.")
    private Path directory = Path.of("release");

    @Mixin
    private final HelpOption help = new HelpOption();

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Fault> faults = Verify.of(directory);
        faults.forEach(fault -> session.terminal().say(fault.toString()));
        session.terminal()
                .say(
                        faults.isEmpty()
                                ? "%s is whole.".formatted(directory)
                                : "%s has %s.".formatted(directory, Figures.count(faults.size(), "fault", "faults")));
        return faults.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
