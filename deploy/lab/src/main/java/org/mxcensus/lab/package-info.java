/// An internet in a box: signed DNS, mail servers and policy hosts on loopback, in this process.
///
/// In: a [org.mxcensus.lab.world.World].
/// Out: a resolver, one SMTP port, one HTTPS port, a CA and a trust anchor to point a client at; counters of what
/// clients did; and the truth about every domain and host, to compare observations with.
@NullMarked
package org.mxcensus.lab;

import org.jspecify.annotations.NullMarked;
