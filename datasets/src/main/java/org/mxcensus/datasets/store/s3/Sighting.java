package org.mxcensus.datasets.store.s3;

import java.time.Instant;

/// An object as the storage showed it.
///
/// @param etag by which the storage tells one version of it from another
/// @param modified when it was put
record Sighting(String etag, Instant modified) {}
