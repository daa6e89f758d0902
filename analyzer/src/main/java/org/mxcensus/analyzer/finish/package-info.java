/// The end of a crawl: from the parts that its workers wrote to the files that readers open.
///
/// In: the work files of a crawl. Out: sorted release files of the observed tables, each row once, and the
/// manifest that lists them. A pure function of the work files: run twice, it gives the same rows.
@NullMarked
package org.mxcensus.analyzer.finish;

import org.jspecify.annotations.NullMarked;
