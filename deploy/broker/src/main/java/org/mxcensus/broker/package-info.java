/// A real Apache Kafka of one node, to try many workers on one machine, and for tests of them.
///
/// In: a folder for the records and a port. Out: a broker that clients reach at `bootstrap()`, which is at the same
/// time the controller of its cluster (KRaft), so that nothing else has to run. Stopped and started again on the
/// same folder, it goes on with what it held. No other main code depends on this package: the command runs it in a
/// JVM of its own.
@NullMarked
package org.mxcensus.broker;

import org.jspecify.annotations.NullMarked;
