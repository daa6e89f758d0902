package org.mxcensus.cli.options;

import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Option;

/// Which mechanism is told of.
public final class MechanismOption {

    @Option(
            names = "--mechanism",
            paramLabel = "NAME",
            description = "Only this: signed, dnssec, starttls, dane, mta_sts, tlsrpt, authenticated (default: all of"
                    + " them; of `transitions --list`: dane).")
    private Optional<String> name = Optional.empty();

    /// The one that was named; empty where none was.
    ///
    /// @throws UserError where there is no such mechanism
    public Optional<Mechanism> named() {
        return name.map(text -> Choice.of("--mechanism", text, List.of(Mechanism.values()), Mechanism::id));
    }
}
