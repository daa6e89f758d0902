/// A crawl that many processes measure together, with everything that can befall them.
///
/// In: a world, a broker and workers, each in a process of its own. Out: whether their dataset is the one that a
/// single process makes when nobody disturbs it.
@NullMarked
package org.mxcensus.cli.distributed;

import org.jspecify.annotations.NullMarked;
