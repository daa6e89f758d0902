package org.mxcensus.datasets.names;

import java.util.Optional;

/// What a written name comes to.
public sealed interface NameOutcome {

    /// A domain name.
    ///
    /// @param name lower case, A-labels, without the final dot
    record Name(String name) implements NameOutcome {}

    /// No domain name.
    ///
    /// @param reason what is wrong, one phrase
    record Invalid(String reason) implements NameOutcome {}

    /// The name, where it is one.
    default Optional<String> value() {
        return switch (this) {
            case Name(var name) -> Optional.of(name);
            case Invalid(var _) -> Optional.empty();
        };
    }
}
