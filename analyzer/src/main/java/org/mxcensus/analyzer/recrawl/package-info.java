/// Whom a recrawl looks at again.
///
/// In: the newest judged full crawl. Out: the domains at which it found something, as a list for each of its sources.
@NullMarked
package org.mxcensus.analyzer.recrawl;

import org.jspecify.annotations.NullMarked;
