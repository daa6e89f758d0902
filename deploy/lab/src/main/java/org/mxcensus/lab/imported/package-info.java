/// Worlds made from real lists, so that a crawl can be tried on names as they are.
///
/// In: lists of domains with their MX hosts, or a zone file.
/// Out: a world in which exactly these domains exist, with exactly these exchanges or DS records. What the lists do
/// not tell is made by a plain rule, said at each method.
@NullMarked
package org.mxcensus.lab.imported;

import org.jspecify.annotations.NullMarked;
