package org.mxcensus.dashboard.live;

import java.util.List;
import org.mxcensus.dashboard.census.UnderWay;

/// What listeners are told.
///
/// @param edition another one as soon as figures have come in or were made anew
/// @param crawls those under way
record News(String edition, List<UnderWay> crawls) {}
