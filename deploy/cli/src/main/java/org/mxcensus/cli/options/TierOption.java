package org.mxcensus.cli.options;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.datasets.store.UserError;

/// How much of a census others are to have, as commands name it.
final class TierOption {
    private TierOption() {}

    /// @param option what to name in an error
    /// @throws UserError where there is no such tier
    static Tier read(String option, String id) {
        return Tier.find(id)
                .orElseThrow(() -> new UserError("%s knows no %s; give one of %s."
                        .formatted(
                                option,
                                id,
                                Stream.of(Tier.values()).map(Tier::id).collect(Collectors.joining(", ")))));
    }
}
