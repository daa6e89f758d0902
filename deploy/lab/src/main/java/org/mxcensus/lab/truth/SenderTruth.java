package org.mxcensus.lab.truth;

import org.mxcensus.datasets.schema.SenderOutcome;

/// What becomes of mail to a domain, by the kind of sender: see [org.mxcensus.datasets.schema.Deliveries].
public record SenderTruth(
        SenderOutcome opportunistic,
        SenderOutcome dane,
        SenderOutcome postfix,
        SenderOutcome mtaSts,
        SenderOutcome mtaStsWarm,
        SenderOutcome both) {

    static SenderTruth all(SenderOutcome outcome) {
        return new SenderTruth(outcome, outcome, outcome, outcome, outcome, outcome);
    }
}
