/// What became of domains between two crawls.
///
/// In: two judged crawls. Out: for each mechanism how many domains went from which standing to which, the names of
/// those domains, and who moved from which provider to which.
@NullMarked
package org.mxcensus.analyzer.transition;

import org.jspecify.annotations.NullMarked;
