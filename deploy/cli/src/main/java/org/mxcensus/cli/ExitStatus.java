package org.mxcensus.cli;

/// How a command ended, for the shell.
public final class ExitStatus {

    /// Done.
    public static final int DONE = 0;

    /// Failed; standard error says why.
    public static final int FAILED = 1;

    /// The command line was not understood.
    public static final int USAGE = 2;

    private ExitStatus() {}
}
