/// What a crawl will cost and how long it will take, before it is begun.
///
/// In: how many domains, workers and partitions, the pace, and what domains and servers are like ([Inputs], each with
/// its source). Out: a [Plan], which says when each stage ends, what that needs, and what stays unmeasured. The last
/// stage is simulated connection by connection under the very limits of `pace`, a partition at a time.
@NullMarked
package org.mxcensus.crawler.forecast;

import org.jspecify.annotations.NullMarked;
