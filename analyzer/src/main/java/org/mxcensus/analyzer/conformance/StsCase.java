package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// A domain with MTA-STS, and what becomes of it (RFC 8461).
///
/// @param at when everything is seen
/// @param txt at `_mta-sts.<domain>`
/// @param policy what its policy host answers; null where nobody asks
/// @param mx its MX hosts
/// @param previous the policy at an earlier look
public record StsCase(
        String id,
        String title,
        Instant at,
        String domain,
        Txt txt,
        @Nullable PolicyHost policy,
        List<Exchange> mx,
        @Nullable KeptPolicy previous,
        @Nullable Expect expect)
        implements SuiteCase {

    public StsCase {
        Given.value(id, "id");
        title = Objects.requireNonNullElse(title, "");
        Given.value(at, "at");
        Given.value(domain, "domain");
        Given.value(txt, "txt");
        mx = Given.list(mx);
    }

    /// @param mode of the policy; null where none could be had
    /// @param cause what is wrong; null where nothing is
    /// @param line of the policy where its grammar is broken first; null where it is not, or something is missing
    /// @param host the MX host that decided; null where none did
    /// @param section the rule that decides the case
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Expect(
            StsStatus verdict,
            @Nullable String mode,
            @Nullable StsCause cause,
            @Nullable Integer line,
            @Nullable String host,
            String section) {}
}
