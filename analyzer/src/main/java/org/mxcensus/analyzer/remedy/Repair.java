package org.mxcensus.analyzer.remedy;

import java.util.Comparator;
import java.util.List;
import org.mxcensus.datasets.schema.DaneCause;

/// One thing that one party can mend, and what comes of it.
///
/// @param hosts at how many MX hosts it is to be mended; 0 where it is the zones of domains
/// @param examples some of them, by name
/// @param domains that are touched: their DANE does not work and this is a reason
/// @param healed of them have valid DANE then, since they have no other fault
/// @param unmeasured of them cannot be told: whether the records are right shows only when it is mended
public record Repair(
        Party party, DaneCause cause, long hosts, List<String> examples, long domains, long healed, long unmeasured) {

    /// What heals most comes first.
    static final Comparator<Repair> ORDER = Comparator.comparingLong(Repair::healed)
            .thenComparingLong(Repair::unmeasured)
            .thenComparingLong(Repair::domains)
            .reversed()
            .thenComparing(repair -> repair.party().kind().name())
            .thenComparing(repair -> repair.party().name())
            .thenComparing(repair -> repair.cause().name());

    public Repair {
        examples = List.copyOf(examples);
    }
}
