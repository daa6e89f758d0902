/// What became of domains from crawl to crawl.
///
/// In: judged crawls. Out, of two: for each mechanism how many domains went from which standing to which, the names of
/// those domains, and who moved from which provider to which. Out, of several: how adoption moved, of all domains and
/// of those that every crawl was to measure.
@NullMarked
package org.mxcensus.analyzer.transition;

import org.jspecify.annotations.NullMarked;
