/// The tables of a crawl of any size, made without a crawl, so that all that follows one can be measured.
///
/// In: a seed and how many domains, up to ten million. Out: the frame and the work files of a crawl whose rows are
/// such as probes would have written, with real certificates and real TLSA records. The same seed gives the same
/// rows. Rows are made and written in chunks; nothing grows with the number of domains but the files.
@NullMarked
package org.mxcensus.lab.tables;

import org.jspecify.annotations.NullMarked;
