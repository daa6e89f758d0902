/// Stage two: finds out all that the DNS says of one MX host.
///
/// In: the name of a host. Out: a [org.mxcensus.datasets.observation.HostObservation]: its addresses, and its
/// TLSA RRset, looked for where a sender that does DANE looks for it (RFC 7672 §2.2.2, §2.2.3).
@NullMarked
package org.mxcensus.crawler.host;

import org.jspecify.annotations.NullMarked;
