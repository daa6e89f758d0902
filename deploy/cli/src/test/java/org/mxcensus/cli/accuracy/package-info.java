/// How often verdicts and causes are right.
///
/// In: a lab's world in which every verdict and cause occurs, its truth, and what crawls of it come to.
/// Out: confusion matrices, truth against verdict, and each wrong one by name.
@NullMarked
package org.mxcensus.cli.accuracy;

import org.jspecify.annotations.NullMarked;
