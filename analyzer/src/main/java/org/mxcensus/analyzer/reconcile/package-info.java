/// The figures that others publish, by their definitions over our evidence, and why they differ.
///
/// In: a judged crawl. Out: for each definition numerator, denominator, unmeasured and not counted; between two of them
/// a waterfall, which changes one rule after the other and says how many domains each moves. It adds up exactly.
@NullMarked
package org.mxcensus.analyzer.reconcile;

import org.jspecify.annotations.NullMarked;
