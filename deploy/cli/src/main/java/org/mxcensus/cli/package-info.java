/// The one command `mxcensus`.
///
/// In: what a person typed. Out: an exit status (0 done, 1 failed, 2 wrong words), results on standard output,
/// and on standard error one sentence for whatever went wrong. Every command is thin over a module.
@NullMarked
package org.mxcensus.cli;

import org.jspecify.annotations.NullMarked;
