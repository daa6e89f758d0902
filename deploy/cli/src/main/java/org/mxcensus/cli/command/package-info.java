/// The commands, a class each.
///
/// In: options and a terminal. Out: calls of the modules in the order of the flow, and what they say.
@NullMarked
package org.mxcensus.cli.command;

import org.jspecify.annotations.NullMarked;
