package org.mxcensus.analyzer.remedy;

import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.warehouse.Recipe;

/// What is to be mended in a crawl.
///
/// @param today how all domains stand with each mechanism that is told of
/// @param repairs what heals most first
/// @param operatorsKnown whether the verdicts tell who runs name servers; where they do not, zones that could be
///     signed are not told of, and domains with policies of their own are told of one by one
/// @param recipe how the repairs are found
public record Diagnosis(Map<Mechanism, Tally> today, List<Repair> repairs, boolean operatorsKnown, Recipe recipe) {
    public Diagnosis {
        today = Map.copyOf(today);
        repairs = List.copyOf(repairs);
    }

    /// All domains of the frame.
    public long frame() {
        return today.values().stream().mapToLong(Tally::frame).max().orElse(0);
    }
}
