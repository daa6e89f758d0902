/// What happened on which day, beside the figures: in the world, and in how we measure.
///
/// In: lists of events, ours and a user's, and the manifests of crawls, which tell what they were judged by. Out:
/// events in the order of their days, each with its source.
@NullMarked
package org.mxcensus.analyzer.event;

import org.jspecify.annotations.NullMarked;
