/// MTA-STS side by side with a sender that others wrote: `mta-sts-query` of Debian's postfix-mta-sts-resolver.
///
/// In: records, policies and policy hosts' behaviours, as a world of the lab.
/// Out: what `check` makes of each and what the tool makes of it; they agree, or the section says who is right.
@NullMarked
package org.mxcensus.cli.mtasts;

import org.jspecify.annotations.NullMarked;
