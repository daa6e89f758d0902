/// The lab's DNS: a signed tree from a root of its own, and one server that answers for all of it.
///
/// In: a world, the keys, the certificates that TLSA records name, the port of the mail servers.
/// Out: answers as a validating resolver gives them (RD=1: RA, AD, CD, extended errors), or as the zones' own servers
/// do (RD=0: AA), each with the signatures and denials that a validator of one's own needs (RFC 4035). Zones are made
/// and signed when they are first asked for.
@NullMarked
package org.mxcensus.lab.dns;

import org.jspecify.annotations.NullMarked;
