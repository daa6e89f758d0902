package org.mxcensus.cli.options;

import picocli.CommandLine.Option;

/// `--help`, of every command.
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    boolean wanted;
}
