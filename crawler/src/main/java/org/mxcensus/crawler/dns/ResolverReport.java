package org.mxcensus.crawler.dns;

import java.util.List;
import org.mxcensus.datasets.observation.Security;

/// What was found of the resolvers before a crawl.
///
/// @param root whether somebody vouched for the root's name servers; where INSECURE, no answer of a whole crawl will
///     be SECURE, or not all that should be
/// @param warnings what the user should know of that: a sentence each, in the order of weight
public record ResolverReport(Security root, List<String> warnings) {
    public ResolverReport {
        warnings = List.copyOf(warnings);
    }
}
