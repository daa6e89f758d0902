package org.mxcensus.cli.options;

import java.time.LocalDate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What `--since` and `--until` take in.
///
/// @param since the first day
/// @param until the last day
public record Days(LocalDate since, LocalDate until) {

    /// @param command where they were given
    /// @throws ParameterException where the first is the later one
    public static Days of(CommandSpec command, LocalDate since, LocalDate until) {
        if (since.isAfter(until)) {
            throw new ParameterException(
                    command.commandLine(), "--since is after --until; give the earlier day first.");
        }
        return new Days(since, until);
    }

    /// Whether a day is among them.
    public boolean contain(LocalDate day) {
        return !day.isBefore(since) && !day.isAfter(until);
    }
}
