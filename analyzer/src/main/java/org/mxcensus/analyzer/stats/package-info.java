/// Statistics of adoption: how many of whom, among how many, and of how many we could not tell.
///
/// In: the frame and the verdicts of a crawl. Out: table `adoption`, a row for each crawl, group and weighting,
/// with numerator, denominator and unmeasured of every [org.mxcensus.analyzer.stats.Metric]; and
/// `trends.duckdb`, a disposable cache of that table over all crawls, read by [org.mxcensus.analyzer.stats.Trends].
@NullMarked
package org.mxcensus.analyzer.stats;

import org.jspecify.annotations.NullMarked;
