package org.mxcensus.datasets.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Table `frame`, key (domain, source): who was to be measured.
///
/// @param domain lower case, A-labels, without the final dot
/// @param source the zone's apex or the list's name
/// @param tld the last label of the domain
/// @param delegationDs the zone holds a DS for it; null where the source is no zone and so cannot tell
/// @param delegationNs the name servers that the zone delegates to, sorted; null where the source is no zone
/// @param rank the rank in a ranked list, 1 first; null where the source has none
public record FrameRow(
        String domain,
        String source,
        String tld,
        @Nullable Boolean delegationDs,
        @Nullable List<String> delegationNs,
        @Nullable Long rank) {}
