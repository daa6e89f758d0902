/// The judges: pure functions from observations to verdicts, by the standards that senders follow.
///
/// In: observations, certificates, the trust store. Out: verdict rows with their cause and their evidence.
/// No network, no files, no clock: dates are checked at the moment of the observation, so that old crawls can be
/// judged again. What could not be told never becomes "no"; a domain's findings are the conjunction (Kleene) of
/// those at its addresses: NO as soon as one is NO, YES only if all are, else UNMEASURED.
@NullMarked
package org.mxcensus.analyzer.judge;

import org.jspecify.annotations.NullMarked;
