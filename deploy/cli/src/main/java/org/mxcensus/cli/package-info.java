/// The room where the one command is put together.
///
/// In: what a person types. Out: a call into the rooms that do the work, with their parts wired by constructors;
/// their results and mistakes as sentences, and an exit status: 0 done, 1 failed, 2 usage.
@NullMarked
package org.mxcensus.cli;

import org.jspecify.annotations.NullMarked;
