/// The policy hosts of MTA-STS (RFC 8461 §3.2, §3.3): HTTPS servers for `mta-sts.<domain>`.
///
/// In: a world's domains and their policies, and the lab's CA.
/// Out: `/.well-known/mta-sts.txt` at one port of a few shared addresses, with every behaviour that a world can name.
@NullMarked
package org.mxcensus.lab.policy;

import org.jspecify.annotations.NullMarked;
