/// A crawl: the stages wired to one another over queues, chunk by chunk.
///
/// In: a configuration, input files, a store. Out: the crawl's parts of every observed table.
/// The dataset is the state: what is published is done, what is not is done again, and the rows come out the same.
@NullMarked
package org.mxcensus.crawler.crawl;

import org.jspecify.annotations.NullMarked;
