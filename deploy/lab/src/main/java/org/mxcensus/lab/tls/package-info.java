/// TLS for the lab's servers, by BoringSSL where its native library is at hand, else by the JDK.
///
/// In: a rule that finds a server's identity by the name in the handshake.
/// Out: a TLS context that serves all names at once, so that thousands of hosts cost no memory each.
@NullMarked
package org.mxcensus.lab.tls;

import org.jspecify.annotations.NullMarked;
