package org.mxcensus.crawler.domain;

import java.util.List;

/// The name servers that the zone names itself.
///
/// @param names sorted; empty where the answer gave none of the zone's own
/// @param queries sent for it
record NsFindings(List<String> names, int queries) {
    static final NsFindings NONE = new NsFindings(List.of(), 0);
}
