package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsStatus;

/// A whole domain, and what becomes of mail to it, by the kind of sender.
///
/// @param at when everything is seen
/// @param mxSecurity of the answer for its MX records
/// @param mx its MX hosts; none where the sole record is a null MX (RFC 7505)
/// @param txt at `_mta-sts.<domain>`; null where there is nothing
/// @param policy what its policy host answers; null where nobody asks
/// @param previous the policy that a sender with a warm cache has
public record SendersCase(
        String id,
        String title,
        Instant at,
        String domain,
        Security mxSecurity,
        List<Exchange> mx,
        @Nullable Txt txt,
        @Nullable PolicyHost policy,
        @Nullable KeptPolicy previous,
        @Nullable Expect expect)
        implements SuiteCase {

    public SendersCase {
        Given.value(id, "id");
        title = Objects.requireNonNullElse(title, "");
        Given.value(at, "at");
        Given.value(domain, "domain");
        Given.value(mxSecurity, "mx_security");
        mx = Given.list(mx);
    }

    /// @param dane null where no mail is accepted, and so is `mtaSts`
    /// @param section the rule that decides the case
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Expect(
            @Nullable DaneStatus dane,
            @Nullable StsStatus mtaSts,
            String section,
            Mail opportunistic,
            Mail daneSender,
            Mail postfixSender,
            Mail mtaStsSender,
            Mail mtaStsWarmSender,
            Mail bothSender) {}

    /// @param reason the first failure on the way, by its result type in TLS reports (RFC 8460 §4.3)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Mail(SenderOutcome outcome, @Nullable String reason) {}
}
