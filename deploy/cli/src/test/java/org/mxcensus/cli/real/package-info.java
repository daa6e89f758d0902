/// The internet of `deploy/lab/real`: a world served by the programs that serve the real one.
///
/// In: a world file, and Debian's NSD, Knot, BIND, PowerDNS, Unbound, Postfix, Exim, OpenSMTPD and nginx. Out:
/// whether a crawl of them sees what it sees of the lab, which serves the same world in one process.
@NullMarked
package org.mxcensus.cli.real;

import org.jspecify.annotations.NullMarked;
