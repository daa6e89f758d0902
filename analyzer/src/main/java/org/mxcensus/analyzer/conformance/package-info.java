/// The conformance suite: cases in JSON, by which whoever judges DANE, MTA-STS and TLSRPT can compare his answers with
/// ours. `datasets/conformance/README.md` says what each field means.
///
/// In: the text of a suite or of one case. Out: the answers of our judges, under the names that expectations have.
@NullMarked
package org.mxcensus.analyzer.conformance;

import org.jspecify.annotations.NullMarked;
