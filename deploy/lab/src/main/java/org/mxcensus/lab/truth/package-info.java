/// What is true about a world, so that what a client found out about it can be compared.
///
/// In: a [org.mxcensus.lab.world.World].
/// Out: for each domain, MX host and address what a crawl ought to record and a judge ought to say, in the words of
/// the tables' columns. Worked out from the world's lines alone: no server, no parser and no judge of the project has
/// a part in it.
@NullMarked
package org.mxcensus.lab.truth;

import org.jspecify.annotations.NullMarked;
