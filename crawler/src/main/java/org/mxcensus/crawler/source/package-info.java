/// Turns inputs into the frame: who is to be measured.
///
/// In: zone files as registries publish them, lists of domains, standard input; plain, gzip or zstd.
/// Out: a frame row for each domain of each source, in an order that the input alone decides, and a report of
/// what was read. Files are read twice in constant memory: 8 bytes for each domain and each signed delegation.
/// Malformed lines are counted and shown; an input that is not whole ends in one sentence.
@NullMarked
package org.mxcensus.crawler.source;

import org.jspecify.annotations.NullMarked;
