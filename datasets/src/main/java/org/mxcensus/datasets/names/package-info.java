/// Domain names: one written form for each, and where registrations begin.
///
/// In: names as people and files write them; a public suffix list.
/// Out: lower case, A-labels, no final dot (the form that every table uses); the reversed form that sorts by
/// zone; the registered domain of a host. Nothing here asks the DNS.
@NullMarked
package org.mxcensus.datasets.names;

import org.jspecify.annotations.NullMarked;
