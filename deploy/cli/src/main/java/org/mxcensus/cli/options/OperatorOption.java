package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.cli.preflight.OperatorFile;
import org.mxcensus.crawler.preflight.Operator;
import picocli.CommandLine.Option;

/// Who measures.
public final class OperatorOption {

    @Option(
            names = "--operator",
            paramLabel = "FILE",
            description = "Who measures: a properties file with organisation and contact, and, as you like, opt-out,"
                    + " name, addresses, languages, description, purpose, schedule and results.")
    private Optional<Path> file = Optional.empty();

    /// @throws org.mxcensus.datasets.store.UserError where the file is of no use
    public Optional<Operator> operator() {
        return file.map(OperatorFile::read);
    }
}
