package org.mxcensus.analyzer.publish;

import java.util.Locale;
import org.mxcensus.analyzer.stats.Scope;

/// How much outsiders see of a census, the least first: of a dashboard's addresses, or of a release.
public enum Tier {
    /// Statistics of groups that are not small. No domain and no MX host is named.
    AGGREGATES("statistics alone"),
    /// Single domains and MX hosts too, with their verdicts and what decided. No text of strangers, in
    /// which names of persons may stand: banners, replies, certificates, records, policies.
    DOMAINS("statistics and verdicts"),
    /// Everything.
    FULL("everything");

    /// From how many domains up a group is shown where no domain is: as cells of TLD and provider have it everywhere.
    /// Below that, its figures are about somebody.
    public static final int SMALLEST_GROUP = Scope.SMALLEST_CELL;

    private final String phrase;

    Tier(String phrase) {
        this.phrase = phrase;
    }

    /// What is published, a phrase.
    public String phrase() {
        return phrase;
    }

    /// Whether what is published has all that something reveals.
    ///
    /// @param revealed by an address, a table or a column
    public boolean allows(Tier revealed) {
        return revealed.compareTo(this) <= 0;
    }

    /// As commands have it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
