package org.mxcensus.crawler.dns;

import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.Answer;

/// What became of one look-up.
///
/// @param answer the answer; its security covers the aliases too
/// @param aliases the canonical names followed from the name asked for, in order; the last one is where
///     the chain ends, whether or not there was anything; empty where the name is no alias, or nothing was had
/// @param queries messages that were sent for it: repetitions, TCP and those of validation included
public record Lookup<T>(Answer<T> answer, List<String> aliases, int queries) {
    public Lookup {
        aliases = List.copyOf(aliases);
    }

    /// Where the name asked for leads if it is an alias.
    public Optional<String> end() {
        return aliases.isEmpty() ? Optional.empty() : Optional.of(aliases.getLast());
    }
}
