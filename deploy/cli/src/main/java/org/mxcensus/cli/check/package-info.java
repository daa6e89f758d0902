/// One domain, everything: for a person on a screen, or as the rows of the tables.
///
/// In: the rows that a crawl of the domain would have written, and the verdicts of the same judges.
/// Out: text or JSON.
@NullMarked
package org.mxcensus.cli.check;

import org.jspecify.annotations.NullMarked;
