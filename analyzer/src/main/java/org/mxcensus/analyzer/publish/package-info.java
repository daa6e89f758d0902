/// What outsiders see of a census, for a dashboard and for a release alike.
///
/// In: rows with everything, and a tier. Out: what is left of them. Rows are made anew column by column, so that a
/// column that comes later does not compile until it was decided here whether outsiders see it.
@NullMarked
package org.mxcensus.analyzer.publish;

import org.jspecify.annotations.NullMarked;
