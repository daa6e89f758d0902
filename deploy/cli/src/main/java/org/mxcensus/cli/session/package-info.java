/// One run of the command.
///
/// In: a terminal, a clock, the environment. Out: what every command is given ([Session]), what it may end with
/// ([ExitStatus]), and which program it belongs to ([Build]). It knows no command.
@NullMarked
package org.mxcensus.cli.session;

import org.jspecify.annotations.NullMarked;
