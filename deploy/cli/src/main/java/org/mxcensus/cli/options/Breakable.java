package org.mxcensus.cli.options;

import org.mxcensus.analyzer.transition.Mechanism;

/// The name of a mechanism that can be broken.
public final class Breakable extends Form {
    private Breakable() {
        super(Breakable::of);
    }

    /// @throws org.mxcensus.datasets.store.UserError where it names none
    public static Mechanism of(String text) {
        return Choice.of("--mechanism", text, Mechanism.breakable().toList(), Mechanism::id);
    }
}
