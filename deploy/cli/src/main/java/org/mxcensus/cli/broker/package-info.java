/// The Kafka broker that comes along, run in a JVM of its own.
///
/// In: a folder and a port. Out: a process that listens there, and its exit status when it has ended. Nothing of
/// Kafka's server is on this program's class path: the broker lies beside it, with libraries of its own.
@NullMarked
package org.mxcensus.cli.broker;

import org.jspecify.annotations.NullMarked;
