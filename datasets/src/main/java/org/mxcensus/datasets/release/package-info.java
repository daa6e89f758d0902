/// What whoever has a release and none of our code must know: what each column means.
///
/// In: `schema.json`, which a test makes of the comments on the row records and their closed sets. Out: the model from
/// which SCHEMA.md and the metadata of releases are written.
@NullMarked
package org.mxcensus.datasets.release;

import org.jspecify.annotations.NullMarked;
