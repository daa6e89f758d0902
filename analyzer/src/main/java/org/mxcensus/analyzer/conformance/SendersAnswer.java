package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsStatus;

/// What our judges say becomes of mail, under the names of the case's expectation.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SendersAnswer(
        String id,
        @Nullable DaneStatus dane,
        @Nullable StsStatus mtaSts,
        Mail opportunistic,
        Mail daneSender,
        Mail postfixSender,
        Mail mtaStsSender,
        Mail mtaStsWarmSender,
        Mail bothSender) {

    /// @param host the MX host that decided
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Mail(
            SenderOutcome outcome,
            @Nullable String reason,
            @Nullable String host) {}
}
