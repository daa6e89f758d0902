package org.mxcensus.cli.options;

import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.transition.Mechanism;
import picocli.CommandLine.Option;

/// Which mechanism is told of.
public final class MechanismOption {

    @Option(
            names = "--mechanism",
            converter = Known.class,
            paramLabel = "NAME",
            description = "Only this: signed, dnssec, starttls, dane, mta_sts, tlsrpt, authenticated (default: all of"
                    + " them; of `transitions --list`: dane).")
    private Optional<String> name = Optional.empty();

    /// The one that was named; empty where none was.
    public Optional<Mechanism> named() {
        return name.map(MechanismOption::of);
    }

    private static Mechanism of(String text) {
        return Choice.of("--mechanism", text, List.of(Mechanism.values()), Mechanism::id);
    }

    private static final class Known extends Form {
        private Known() {
            super(MechanismOption::of);
        }
    }
}
