/// What pages and API read: the statistics of all crawls and the evidence behind them.
///
/// In: a store that crawls keep writing to. Out: the newest statistics and evidence, opened anew when they change,
/// or the fact that there are none yet.
@NullMarked
package org.mxcensus.dashboard.census;

import org.jspecify.annotations.NullMarked;
