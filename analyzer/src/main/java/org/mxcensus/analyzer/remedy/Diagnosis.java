package org.mxcensus.analyzer.remedy;

import java.util.List;
import org.mxcensus.analyzer.transition.Tally;

/// What is to be mended in a crawl.
///
/// @param dane how all domains stand with DANE today
/// @param repairs what heals most first
public record Diagnosis(Tally dane, List<Repair> repairs) {
    public Diagnosis {
        repairs = List.copyOf(repairs);
    }
}
