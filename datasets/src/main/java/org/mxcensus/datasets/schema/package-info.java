/// The tables as rows: flat records whose components are the columns, in snake case.
///
/// In: observations. Out: rows, and observations again from rows; nothing is lost on the way there and back.
/// This is the one place that knows how an outcome is spread over columns. A null column means
/// *does not apply here*; *could not tell* always has a value of its own.
@NullMarked
package org.mxcensus.datasets.schema;

import org.jspecify.annotations.NullMarked;
