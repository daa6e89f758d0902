/// Runs the judges over a finished crawl.
///
/// In: the observed tables that a manifest lists, and what the crawl before saw. Out: tables `host_verdicts`,
/// `exchange_verdicts`, `domain_verdicts` and `host_providers`, and a manifest that lists them too.
@NullMarked
package org.mxcensus.analyzer.verdict;

import org.jspecify.annotations.NullMarked;
