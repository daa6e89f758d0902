/// What a release says of itself, for people and for machines.
///
/// In: what is in the release, and what each column means. Out: SCHEMA.md, and the descriptions by Croissant, Data
/// Package, DCAT and the Citation File Format, all of one model, so that none can say what another does not.
@NullMarked
package org.mxcensus.analyzer.describe;

import org.jspecify.annotations.NullMarked;
