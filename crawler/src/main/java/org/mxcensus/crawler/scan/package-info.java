/// Scans of others: what they saw of MX hosts, as if it had been seen here.
///
/// In: zgrab2's lines of its module `smtp`, and which domains use which MX hosts. Out: the work files of a crawl, which
/// is finished, judged and counted as any other. What such a scan did not look at comes out as could not tell.
@NullMarked
package org.mxcensus.crawler.scan;

import org.jspecify.annotations.NullMarked;
