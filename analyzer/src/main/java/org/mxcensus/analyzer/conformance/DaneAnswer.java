package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.SenderOutcome;

/// What our judges make of a case of DANE, under the names of its expectation.
///
/// @param section the rule behind the cause, or behind the verdict where there is no cause
/// @param sentence the cause in words, and `fix` what to change
/// @param match the TLSA record that matched, in presentation form
/// @param matched the certificate that it matched, as the case refers to it; null where the record brings its own
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DaneAnswer(
        String id,
        DaneStatus hostVerdict,
        @Nullable DaneStatus domainVerdict,
        @Nullable DaneCause cause,
        @Nullable DaneCause domainCause,
        String section,
        @Nullable String sentence,
        @Nullable String fix,
        @Nullable String match,
        @Nullable String matched,
        SenderOutcome daneSender,
        SenderOutcome postfixSender) {}
