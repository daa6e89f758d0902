/// The lab's mail servers: one for each host of the world, at loopback addresses and one common port.
///
/// In: a world's hosts, their behaviours and the lab's CA.
/// Out: the dialogue of RFC 5321 up to and after STARTTLS (RFC 3207), with every behaviour that a world can name. No
/// mail is ever taken. Everything that a client does is counted, so that manners can be measured.
@NullMarked
package org.mxcensus.lab.smtp;

import org.jspecify.annotations.NullMarked;
