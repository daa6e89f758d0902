/// What a program that runs for days tells whoever watches over it: metrics for Prometheus, and whether it is alive and
/// ready.
///
/// In: the vitals of a crawl or a worker, the store that a dashboard shows. Out: three addresses on a port of their
/// own.
@NullMarked
package org.mxcensus.cli.monitor;

import org.jspecify.annotations.NullMarked;
