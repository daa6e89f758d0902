/// Options that are not on the command line: from the environment and from a file.
///
/// In: variables `MXCENSUS_…`, a YAML file. Out: what an option of a command is set to, and where that was said. The
/// command line comes before the environment, the environment before the file, the file before the default.
@NullMarked
package org.mxcensus.cli.config;

import org.jspecify.annotations.NullMarked;
