/// Tests that hold our verdicts against those of other people's mail software.
///
/// In: the cases of `datasets/conformance`, and a Postfix, an Unbound and an NSD of Debian. Out: whether Postfix, which
/// meets each case in a network of its own, does what our judges say.
@NullMarked
package org.mxcensus.cli.conformance;

import org.jspecify.annotations.NullMarked;
