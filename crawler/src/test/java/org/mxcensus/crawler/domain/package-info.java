/// What a DNS shows, and the row that a domain becomes.
///
/// In: a DNS in a few lines, or the lab. Out: nothing.
@NullMarked
package org.mxcensus.crawler.domain;

import org.jspecify.annotations.NullMarked;
