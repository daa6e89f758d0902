package org.mxcensus.cli.command;

import java.io.IOException;
import java.io.InputStream;
import org.mxcensus.analyzer.conformance.CaseAnswers;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.store.UserError;

/// A case or a suite of the conformance suite that comes in a pipe.
///
/// @param in where it comes from
/// @param most bytes that are read of it
record CaseInput(InputStream in, int most) {
    private static final int ENOUGH = 64 * 1024 * 1024;

    static CaseInput ofProcess() {
        return new CaseInput(System.in, ENOUGH);
    }

    /// Prints what our judges answer.
    ///
    /// @throws UserError where it is no case
    void answer(Terminal terminal) {
        terminal.say(new CaseAnswers(new Providers(PublicSuffixes.bundled())).answer(read()));
    }

    private byte[] read() {
        try {
            byte[] text = in.readNBytes(most + 1);
            if (text.length > most) {
                throw new UserError("There is more than %d MiB on standard input; give the cases in parts."
                        .formatted(most / (1024 * 1024)));
            }
            return text;
        } catch (IOException e) {
            throw new UserError(
                    "Standard input cannot be read (%s); give it a case or a suite.".formatted(e.getMessage()), e);
        }
    }
}
