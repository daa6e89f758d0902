/// TLS for the lab's servers, by BoringSSL where its native library is at hand, else by the JDK.
///
/// In: a rule that finds a server's identity by what the client says first, versions, suites and groups.
/// Out: handlers for connections, from a context that serves all hosts that speak alike, so that thousands of them
/// cost no memory each.
@NullMarked
package org.mxcensus.lab.tls;

import org.jspecify.annotations.NullMarked;
