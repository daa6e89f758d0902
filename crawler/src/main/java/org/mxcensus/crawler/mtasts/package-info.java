/// Fetching MTA-STS policies (RFC 8461 §3.3).
///
/// In: a domain that has an MTA-STS record.
/// Out: what its policy host answered, word for word, the alias that the host's name is, and the certificates as
/// sent. Neither the policy nor a certificate is judged here.
@NullMarked
package org.mxcensus.crawler.mtasts;

import org.jspecify.annotations.NullMarked;
