package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.analyzer.judge.TrustRoots;
import picocli.CommandLine.Option;

/// Whose certificates the judges trust.
public final class TrustOption {

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            description = "The root certificates to trust (default: those that come with Java).")
    private Optional<Path> caFile = Optional.empty();

    /// @throws org.mxcensus.datasets.store.UserError where the file is of no use
    public TrustRoots roots() {
        return caFile.map(TrustRoots::ofPem).orElseGet(TrustRoots::ofJdk);
    }
}
