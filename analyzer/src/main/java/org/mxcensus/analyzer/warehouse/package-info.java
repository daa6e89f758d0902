/// DuckDB over the files of the dataset.
///
/// In: the files that a manifest lists, questions in SQL (one file a question, beside the code that asks it).
/// Out: rows, and sorted release files. Nothing outside the analyzer speaks SQL; files that no manifest lists
/// are never seen.
@NullMarked
package org.mxcensus.analyzer.warehouse;

import org.jspecify.annotations.NullMarked;
