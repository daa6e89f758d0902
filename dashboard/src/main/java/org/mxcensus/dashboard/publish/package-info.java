/// What outsiders see of a census.
///
/// In: a census, and a tier. Out: a census that holds no more than the tier allows, for pages and API to read; and
/// the word that each of their addresses says of itself, by which it is answered or refused.
@NullMarked
package org.mxcensus.dashboard.publish;

import org.jspecify.annotations.NullMarked;
