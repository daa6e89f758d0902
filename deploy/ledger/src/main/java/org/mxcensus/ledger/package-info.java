/// The room where every test run leaves its trace, so that nothing is skipped in silence.
///
/// In: what the JUnit platform discovers and runs in each module, and the tier (`-Dmxcensus.tier`).
/// Out: `target/ledger/*.tsv` in each module, a line a test: passed, failed, aborted, disabled, excluded;
/// from them one closing line for the whole build, and its failure when a skip is not expected.
/// Also: the real servers that tests ask for, found, installed or named in one sentence, and run until a test ends.
@NullMarked
package org.mxcensus.ledger;

import org.jspecify.annotations.NullMarked;
