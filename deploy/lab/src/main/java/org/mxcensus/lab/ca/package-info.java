/// The lab's certification authority: a root, an intermediate and a certificate for every server.
///
/// In: a seed, the instant around which certificates are valid, and what each server is to show.
/// Out: keys and chains for TLS, and the association data of TLSA records. All of it follows from the seed, so
/// nothing is stored and the same world shows the same certificates in every run.
@NullMarked
package org.mxcensus.lab.ca;

import org.jspecify.annotations.NullMarked;
