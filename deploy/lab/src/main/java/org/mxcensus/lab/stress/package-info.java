/// A bad day: what happens to datagrams, connections and calls on the way, whatever the servers of a world do.
///
/// In: a seed, and how much of each. Out: for each datagram, connection and call, whether it meets with it; the same
/// in every run, as far as clients ask and call in the same way.
@NullMarked
package org.mxcensus.lab.stress;

import org.jspecify.annotations.NullMarked;
