package org.mxcensus.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The one command.
@Command(
        name = "mxcensus",
        description = "A census of the world's mail exchangers.",
        mixinStandardHelpOptions = true,
        versionProvider = Mxcensus.Version.class)
public final class Mxcensus {

    /// Runs the command and ends the JVM with its exit status: 0 done, 1 failed, 2 usage.
    public static void main(String[] args) {
        System.exit(new CommandLine(new Mxcensus()).execute(args));
    }

    /// Prints program, commit and the Java that runs it.
    @Command(description = "Which program this is.")
    int version() {
        System.out.println("mxcensus " + Build.current() + " on Java " + Runtime.version());
        return 0;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"mxcensus " + Build.current()};
        }
    }
}
