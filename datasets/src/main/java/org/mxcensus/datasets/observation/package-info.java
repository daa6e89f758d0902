/// What the crawler saw, as values: one observation for each domain, MX host and target.
///
/// In: nothing; these are plain records and sealed outcomes.
/// Out: the vocabulary of the whole project. Each outcome set is closed and keeps *present*, *absent*,
/// *broken* and *could not tell* apart. Nothing here judges, and nothing here knows how it was measured.
@NullMarked
package org.mxcensus.datasets.observation;

import org.jspecify.annotations.NullMarked;
