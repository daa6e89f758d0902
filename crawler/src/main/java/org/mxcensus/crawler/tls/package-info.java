/// Connections: TCP, and TLS upon it, as a virtual thread likes to use them.
///
/// In: a permit for an address, a port, time limits; later bytes to write and a server name.
/// Out: bytes as they come, in small blocks and only when asked for; the facts of a TLS session; the certificates
/// as sent. Nothing is verified here: certificates are recorded, not judged.
@NullMarked
package org.mxcensus.crawler.tls;

import org.jspecify.annotations.NullMarked;
