/// What judging a crawl again changes.
///
/// In: a finished crawl that was judged before, by other judges or with other roots. Out: the crawl with the verdicts
/// of the present judges, and each change of a verdict, old and new, with its cause and how many domains it is
/// about.
@NullMarked
package org.mxcensus.analyzer.again;

import org.jspecify.annotations.NullMarked;
