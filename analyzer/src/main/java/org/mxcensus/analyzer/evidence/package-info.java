/// Everything that was seen of one domain or one MX host, and what the judges made of it.
///
/// In: a name. Out: its rows in every table of a crawl, found by point look-up in the files that the manifest
/// lists, and its verdicts in all crawls.
@NullMarked
package org.mxcensus.analyzer.evidence;

import org.jspecify.annotations.NullMarked;
