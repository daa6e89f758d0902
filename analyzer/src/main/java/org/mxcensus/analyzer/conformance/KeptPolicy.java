package org.mxcensus.analyzer.conformance;

import java.time.Instant;

/// A policy that a sender has fetched before.
///
/// @param seen when
/// @param id of the record then
/// @param text as it was sent
public record KeptPolicy(Instant seen, String id, String text) {
    public KeptPolicy {
        Given.value(seen, "seen");
        Given.value(id, "id");
        Given.value(text, "text");
    }
}
