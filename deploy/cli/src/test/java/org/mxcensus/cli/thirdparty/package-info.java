/// What of others' work is shipped, held against THIRD_PARTY.md.
///
/// In: the runtime class paths of the program and of its broker, and what the document says of each jar.
/// Out: failures where a jar is not named, is not what it was, or is under a licence that we may not ship.
@NullMarked
package org.mxcensus.cli.thirdparty;

import org.jspecify.annotations.NullMarked;
