package org.mxcensus.analyzer.export;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.publish.Withheld;
import org.mxcensus.datasets.records.Sha256;

/// What a release is to hold.
///
/// @param tier how much of the census
/// @param threshold from how many domains up a group has figures
/// @param jsonLines whether rows come as JSON Lines too
/// @param withheld the names that are left out; empty where none are
/// @param publisher who publishes it
public record ExportConfig(
        Tier tier, long threshold, boolean jsonLines, Optional<WithheldList> withheld, String publisher) {

    /// By what the figures of small groups are kept: files that earlier versions made by less are made anew.
    private static final String RULE = "rests";

    /// Who publishes where nobody has said who.
    public static final String SOMEBODY = "the operator of this census";

    /// Names that are left out, and by what one such list is told from another.
    public record WithheldList(Withheld names, String text) {
        String digest() {
            return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// With what one publishes where one has said no more than the tier.
    public static ExportConfig of(Tier tier) {
        return new ExportConfig(tier, usualThreshold(tier), false, Optional.empty(), SOMEBODY);
    }

    /// Small groups are left out where no domain is named; where all are, anybody can count them.
    public static long usualThreshold(Tier tier) {
        return switch (tier) {
            case AGGREGATES -> Tier.SMALLEST_GROUP;
            case DOMAINS, FULL -> 1;
        };
    }

    /// What the rows of a released file depend on beside the file that they are taken from.
    String origin(String sha256) {
        return String.join(
                " ",
                sha256,
                tier.id(),
                Long.toString(threshold),
                RULE,
                withheld.map(WithheldList::digest).orElse("all"));
    }
}
