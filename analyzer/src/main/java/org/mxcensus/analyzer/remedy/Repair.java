package org.mxcensus.analyzer.remedy;

import java.util.Comparator;
import java.util.List;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.datasets.schema.Cause;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.StsCause;

/// One thing that one party can mend, and what comes of it.
///
/// @param hosts at how many MX hosts of these domains it is to be mended; 0 where domains publish it themselves
/// @param examples some of the hosts, by name; without hosts some of the domains
/// @param domains that are touched: the mechanism does not work for them and this is a reason
/// @param healed for so many of them it works then, since they have no other fault: DANE is valid, or the policy of
///     MTA-STS is and every MX host fulfils it
/// @param unmeasured of them cannot be told: whether what is behind the fault is right shows only when it is mended
public record Repair(
        Party party, Cause cause, long hosts, List<String> examples, long domains, long healed, long unmeasured) {

    /// What heals most comes first.
    static final Comparator<Repair> ORDER = Comparator.comparingLong(Repair::healed)
            .thenComparingLong(Repair::unmeasured)
            .thenComparingLong(Repair::domains)
            .reversed()
            .thenComparing(repair -> repair.party().kind().name())
            .thenComparing(repair -> repair.party().name())
            .thenComparing(repair -> repair.mechanism().name())
            .thenComparing(repair -> repair.cause().name());

    public Repair {
        examples = List.copyOf(examples);
    }

    /// What works again by it.
    public Mechanism mechanism() {
        return switch (cause) {
            case DaneCause _ -> Mechanism.DANE;
            case StsCause _ -> Mechanism.MTA_STS;
        };
    }
}
