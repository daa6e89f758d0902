/// Where the dataset lies: a store of named files, and the manifests that say which of them count.
///
/// In: finished local files. Out: the same files under their names, each there wholly or not at all.
/// A file that no manifest lists does not exist for a reader; a file that a crawl is still writing lies
/// below `work/` and is read by that crawl alone.
@NullMarked
package org.mxcensus.datasets.store;

import org.jspecify.annotations.NullMarked;
