package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.analyzer.remedy.DomainList;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Option;

/// Where the domains behind figures go.
public final class DomainListOption {

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description = "Also write the domains behind each figure to this file, as CSV.")
    private Optional<Path> file = Optional.empty();

    /// The list; empty where none is wanted.
    ///
    /// @throws UserError where it cannot be written there
    public Optional<DomainList> list() {
        return file.map(DomainList::in);
    }
}
