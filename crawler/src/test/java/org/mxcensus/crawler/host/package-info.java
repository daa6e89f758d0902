/// What a DNS shows, and the row that a host becomes.
///
/// In: a DNS in a few lines, or the lab. Out: nothing.
@NullMarked
package org.mxcensus.crawler.host;

import org.jspecify.annotations.NullMarked;
