/// What a person sees: lines, colours, a progress line that draws over itself.
///
/// In: text and numbers of the commands. Out: standard output and standard error,
/// plain where they are no terminal or `NO_COLOR` is set.
@NullMarked
package org.mxcensus.cli.terminal;

import org.jspecify.annotations.NullMarked;
