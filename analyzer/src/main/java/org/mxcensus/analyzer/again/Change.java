package org.mxcensus.analyzer.again;

import java.util.List;

/// A verdict that came out otherwise than before.
///
/// @param column of table `domain_verdicts`; for what a sender does, `deliveries.` and the sender
/// @param before the earlier verdict, `-` where the question did not arise
/// @param after the present verdict
/// @param cause what decides now, else what decided before; empty where nothing needs one
/// @param domains how many domains it is about
/// @param examples the first three of them by name
public record Change(String column, String before, String after, String cause, long domains, List<String> examples) {
    public Change {
        examples = List.copyOf(examples);
    }
}
