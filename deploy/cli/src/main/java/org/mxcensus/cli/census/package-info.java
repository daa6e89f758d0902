/// A crawl from its beginning to its statistics, as `crawl` and `demo` share it.
///
/// In: a store and a configuration. Out: a finished, judged and counted crawl, and lines that say how far it is.
/// What is interrupted says how to go on.
@NullMarked
package org.mxcensus.cli.census;

import org.jspecify.annotations.NullMarked;
