package org.mxcensus.cli.options;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Option;

/// Which mechanism is told of.
public final class MechanismOption {

    @Option(
            names = "--mechanism",
            paramLabel = "NAME",
            description = "Only this: signed, dnssec, starttls, dane, mta_sts, tlsrpt, authenticated (default: all of"
                    + " them; of --list: dane).")
    private Optional<String> name = Optional.empty();

    /// The one that was named; empty where none was.
    ///
    /// @throws UserError where there is no such mechanism
    public Optional<Mechanism> named() {
        return name.map(MechanismOption::known);
    }

    private static Mechanism known(String name) {
        return Mechanism.find(name)
                .orElseThrow(() -> new UserError("--mechanism knows no %s; give one of %s."
                        .formatted(
                                name,
                                Stream.of(Mechanism.values()).map(Mechanism::id).collect(Collectors.joining(", ")))));
    }
}
