/// The API: the same numbers and the same evidence for programs, as JSON and CSV.
///
/// In: what `census` reads, and validated parameters. Out: documents whose names are the tables' own.
/// A mistake of the caller is a status and `{"error": "one sentence"}`.
@NullMarked
package org.mxcensus.dashboard.api;

import org.jspecify.annotations.NullMarked;
