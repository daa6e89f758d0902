/// Where the program's own log goes.
///
/// In: log events of all modules. Out: details into a file beside the data, warnings as one line each on
/// standard error. A stack trace is for the file only.
@NullMarked
package org.mxcensus.cli.log;

import org.jspecify.annotations.NullMarked;
