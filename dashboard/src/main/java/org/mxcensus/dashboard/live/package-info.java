/// What happens while somebody looks: how crawls under way come along, and that figures have come in.
///
/// In: a census. Out: server-sent events (WHATWG HTML §9.2) for a bounded number of listeners, counts alone.
@NullMarked
package org.mxcensus.dashboard.live;

import org.jspecify.annotations.NullMarked;
