/// What a request asks for: group, metric, weighting, name, limit.
///
/// In: the address as a stranger wrote it. Out: values that exist, or a refusal that says in one sentence what does.
@NullMarked
package org.mxcensus.dashboard.query;

import org.jspecify.annotations.NullMarked;
