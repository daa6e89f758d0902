/// Parsers under inputs that nobody would send in good faith.
///
/// In: a parser, some inputs that it takes, and those that once broke it (`src/test/fuzz/NAME` of a module, kept for
/// ever).
/// Out: a failure that names the input where the parser throws, thinks for too long or takes too much memory; the input
/// is
/// left in `target/fuzz/NAME`, to be moved to the others once its cause is mended.
/// The same seed makes the same inputs, and a higher tier makes more of them.
@NullMarked
package org.mxcensus.ledger.fuzz;

import org.jspecify.annotations.NullMarked;
