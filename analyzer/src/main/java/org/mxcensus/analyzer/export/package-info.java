/// A release of the dataset: a directory that stands on its own.
///
/// In: a store, and how much of it is released. Out: the rows of its tables as Parquet, without what the tier leaves
/// out and without withheld names; the manifests; the figures of each crawl as CSV; `SHA256SUMS` over all of it.
@NullMarked
package org.mxcensus.analyzer.export;

import org.jspecify.annotations.NullMarked;
