/// Takes a name out of a census, of all its crawls.
///
/// In: a store, and the name of a domain or host. Out: the same store, in which no row says the name or one below it
/// any more, with figures counted anew and a line in `purges.jsonl`.
@NullMarked
package org.mxcensus.analyzer.purge;

import org.jspecify.annotations.NullMarked;
