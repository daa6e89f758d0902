package org.mxcensus.cli.session;

/// How a command ended, for the shell.
public final class ExitStatus {

    /// Done.
    public static final int DONE = 0;

    /// The work failed, or was refused; standard error says why.
    public static final int FAILED = 1;

    /// The command line is wrong: a word that is unknown or missing, or a value that an option does not take.
    public static final int USAGE = 2;

    private ExitStatus() {}
}
