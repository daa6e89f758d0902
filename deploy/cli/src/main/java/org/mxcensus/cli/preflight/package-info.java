/// What a person has of a preflight: the findings as lines, and the page that tells the world who measures.
///
/// In: a report, and the operator's file.
/// Out: text for a terminal; HTML that needs nothing but itself, and a Probe Description File (RFC 9511) beside it.
@NullMarked
package org.mxcensus.cli.preflight;

import org.jspecify.annotations.NullMarked;
