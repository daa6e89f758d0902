/// A release of the dataset: a directory that stands on its own.
///
/// In: a store. Out: the Parquet files that its manifests list, the manifests, the adoption table as CSV and JSON,
/// and `SHA256SUMS` over all of it.
@NullMarked
package org.mxcensus.analyzer.export;

import org.jspecify.annotations.NullMarked;
