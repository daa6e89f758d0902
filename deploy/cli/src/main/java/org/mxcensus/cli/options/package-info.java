/// Options that several commands share, a class for each group.
///
/// In: words of the command line. Out: the configuration that the modules take.
/// A value that cannot be meant is refused here, before anything starts.
@NullMarked
package org.mxcensus.cli.options;

import org.jspecify.annotations.NullMarked;
