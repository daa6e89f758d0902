package org.mxcensus.analyzer.stats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What the columns of view `adoption_long` mean.
public final class AdoptionColumns {
    /// The day of a crawl.
    public static final String CRAWL = "crawl";

    /// The columns that name a group.
    public static final List<String> KEYS = Grouping.KEYS;

    /// The others, each with its meaning in a sentence.
    public static final SequencedMap<String, String> MEANINGS = meanings();

    private AdoptionColumns() {}

    private static SequencedMap<String, String> meanings() {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put(CRAWL, "The day that names the crawl.");
        all.put(
                "scope",
                "What groups the row is one of: all, source, tld, provider, tld_provider, provider_group, dns_operator, "
                        + "issuer. The column of that name, or both, name the group; the others are null.");
        all.put("weighting", "What counts as one: domains, mx_hosts, or rank, where the n-th counts as an n-th.");
        all.put("metric", "As METRICS.md names it.");
        all.put("frame", "All units of the group.");
        all.put("numerator", "Those that have the property.");
        all.put("denominator", "Those of which it is known whether they have it.");
        all.put("unmeasured", "Those of which it could not be told. They are in neither of the other two.");
        return Collections.unmodifiableSequencedMap(all);
    }
}
